import { expect, test } from 'vitest';
import { findings } from '../test/findings.ts';
import { bpmn } from '../test/sampleModel.ts';

const CAMUNDA = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
const ZEEBE = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const root = (content: string) => ({ root: content });
const zeebe =
  '<bpmn:extensionElements><zeebe:calledDecision decisionId="gone" resultVariable="r" /></bpmn:extensionElements>';

const task = (attributes: string, inside = '') =>
  bpmn(
    `<bpmn:startEvent id="s" /><bpmn:businessRuleTask id="t" name="Discount" ${attributes}>${inside}</bpmn:businessRuleTask>
<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />`,
    { namespaces: `${CAMUNDA} ${ZEEBE}` },
  );
const call = bpmn(
  `<bpmn:startEvent id="s" /><bpmn:callActivity id="t" calledElement="g" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />`,
  root('<bpmn:globalBusinessRuleTask id="g" name="Rate" dw:decision="gone" />'),
);
const drawing = task('dw:decision="here"').replace(
  '</bpmn:definitions>',
  '<bpmn:process id="them" isExecutable="false"><bpmn:businessRuleTask id="x" dw:decision="theirs" /></bpmn:process></bpmn:definitions>',
);

test.each([
  ['a decision that is there', task('dw:decision="here"'), []],
  ['one that is not', task('dw:decision="gone"'), ['error decision-unknown t']],
  ['one that another vendor’s attribute names', task('camunda:decisionRef="gone"'), ['error decision-unknown t']],
  ['one that another vendor’s element names', task('', zeebe), ['error decision-unknown t']],
  ['ours before another vendor’s', task('camunda:decisionRef="gone" dw:decision="here"'), []],
  ['one of a global task, at its caller', call, ['error decision-unknown t']],
  ['one of a process that does not run', drawing, []],
  ['no decision', task(''), []],
])('%s', async (_what, xml, expected) => {
  const found = await findings(xml, { purpose: 'deployment', decisions: ['here'] });
  expect(found.filter((line) => line.includes('decision'))).toEqual(expected);
});

test('without a word about decisions none is missed', async () => {
  expect(await findings(task('dw:decision="gone"'))).not.toContain('error decision-unknown t');
});
