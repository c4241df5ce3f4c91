import { expect, it } from 'vitest';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { writeModel } from '../writeModel.ts';
import { compile } from './compile.ts';

const calling = (root: string, inner = '') =>
  bpmn(`<bpmn:callActivity id="call" calledElement="g">${inner}</bpmn:callActivity>`, { root });
const nodeOf = async (xml: string) => compile(await parseModel(xml)).nodes[1];

it('a global script task’s script is an element, as in the schema of the specification, and its language is read', async () => {
  const xml = calling(
    '<bpmn:globalScriptTask id="g" scriptLanguage="feel" dw:resultVariable="y"><bpmn:script>x + 1</bpmn:script></bpmn:globalScriptTask>',
  );
  expect(await nodeOf(xml)).toMatchObject({
    id: 'call',
    type: 'scriptTask',
    script: { language: 'feel', source: 'x + 1', resultVariable: 'y' },
  });
  expect(await writeModel(await parseModel(xml))).toContain('<bpmn:script>x + 1</bpmn:script>');
});

it('a global business rule task’s decision is read', async () => {
  const node = await nodeOf(calling('<bpmn:globalBusinessRuleTask id="g" dw:decision="d" dw:decisionResult="r" />'));
  expect(node).toMatchObject({ type: 'businessRuleTask', decision: { decisionId: 'd', resultVariable: 'r' } });
});

it('what the call says of the work goes before what the global task says', async () => {
  const task = `<bpmn:globalUserTask id="g"><bpmn:extensionElements><dw:assignment rule="group" value="sales"/>
    <dw:form fieldBudget="2">{"type":"default","components":[]}</dw:form></bpmn:extensionElements></bpmn:globalUserTask>`;
  expect(await nodeOf(calling(task))).toMatchObject({
    type: 'userTask',
    business: { assignment: { rule: 'group', value: 'sales' }, fieldBudget: 2, form: { components: [] } },
  });
  const own = '<bpmn:extensionElements><dw:assignment rule="owner"/></bpmn:extensionElements>';
  expect(await nodeOf(calling(task, own))).toMatchObject({
    business: { assignment: { rule: 'owner' }, fieldBudget: 2 },
  });
});
