import { describe, expect, it } from 'vitest';
import { findings } from '../test/findings.ts';
import { bpmn } from '../test/sampleModel.ts';

const ZH = '<dw:label lang="zh">致电</dw:label>';
const FORM = '{"components":[{"type":"number","key":"score","label":"Score","properties":{"label:zh":"评分"}}]}';
const form = (schema: string, attributes = '') => `<dw:form ${attributes}><![CDATA[${schema}]]></dw:form>`;

/** A process whose one user task carries the extension and attributes. */
function task(extension: string, attributes = '', process = ''): string {
  return bpmn(`<bpmn:extensionElements>${process}</bpmn:extensionElements>
<bpmn:startEvent id="s" /><bpmn:userTask id="t" name="Call" ${attributes}><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:userTask>
<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t" />`);
}
const kpi = (attributes: string) => ZH + form(FORM) + `<dw:kpi id="k" ${attributes} />`;

const CASES: readonly (readonly [what: string, xml: string, expected: readonly string[]])[] = [
  ['a complete task', task(ZH + form(FORM)), []],
  ['no form', task(ZH), ['warning user-task-form-missing t']],
  ['no Chinese label', task(form(FORM)), ['warning label-missing t']],
  [
    'a playbook in one language',
    task(ZH + form(FORM) + '<dw:playbook lang="zh">打电话</dw:playbook>'),
    ['warning playbook-missing t'],
  ],
  [
    'a known stage',
    task(
      ZH + form(FORM),
      'dw:stage="a"',
      '<dw:stages><dw:stage id="a"><dw:label lang="en">A</dw:label><dw:label lang="zh">甲</dw:label></dw:stage></dw:stages>',
    ),
    [],
  ],
  ['an unknown stage', task(ZH + form(FORM), 'dw:stage="a"'), ['error stage-unknown t']],
  [
    'a stage listed twice',
    task(ZH + form(FORM), '', '<dw:stages><dw:stage id="a" /><dw:stage id="a" /></dw:stages>'),
    ['error stage-duplicate p', 'warning label-missing p', 'warning label-missing p'],
  ],
  ['a time limit in words', task(ZH + form(FORM), 'dw:sla="4 hours"'), ['error sla-format t']],
  [
    'a KPI that is right',
    task(kpi('measure="fieldAverage" field="score" target="4" unit="number" direction="up"')),
    [],
  ],
  [
    'a KPI with an unknown measure',
    task(kpi('measure="happiness" target="4" unit="number" direction="up"')),
    ['error kpi-measure t'],
  ],
  [
    'a KPI with an unknown unit',
    task(kpi('measure="winRate" target="4" unit="apples" direction="up"')),
    ['error kpi-unit t'],
  ],
  [
    'a KPI with an unknown direction',
    task(kpi('measure="winRate" target="4" unit="percent" direction="sideways"')),
    ['error kpi-direction t'],
  ],
  [
    'a KPI of 130 percent',
    task(kpi('measure="winRate" target="130" unit="percent" direction="up"')),
    ['error kpi-target t'],
  ],
  [
    'a KPI without target',
    task(kpi('measure="winRate" unit="percent" direction="up"')),
    ['warning kpi-target-missing t'],
  ],
  [
    'a KPI with a target in words',
    task(kpi('measure="winRate" unit="percent" target="many" direction="up"')),
    ['error kpi-target t'],
  ],
  [
    'a KPI on a field that no form has',
    task(kpi('measure="fieldAverage" field="mood" target="4" unit="number" direction="up"')),
    ['error kpi-field t'],
  ],
  ['a form that is not JSON', task(ZH + form('{"components":[')), ['error form-json t']],
  ['a form of another kind', task(ZH + form('{"fields":[]}')), ['error form-schema t']],
  [
    'a form with components of a wrong kind',
    task(ZH + form('{"components":[{"type":"select","values":"x"}]}')),
    ['error form-schema t'],
  ],
  [
    'two fields with one key',
    task(
      ZH + form(FORM.replace('[{', '[{"type":"number","key":"score","label":"S","properties":{"label:zh":"分"}},{')),
    ),
    ['error form-key-duplicate t'],
  ],
  [
    'more fields than agreed',
    task(
      ZH +
        form(
          FORM.replace('[{', '[{"type":"number","key":"b","label":"B","properties":{"label:zh":"乙"}},{'),
          'fieldBudget="1"',
        ),
    ),
    ['warning form-over-budget t'],
  ],
  [
    'a field in one language',
    task(ZH + form('{"components":[{"type":"number","key":"a","label":"A"}]}')),
    ['warning form-label-missing t'],
  ],
  [
    'a pattern that could stall a server',
    task(
      ZH +
        form(
          '{"components":[{"type":"textfield","key":"a","label":"A","properties":{"label:zh":"甲"},"validate":{"pattern":"(?=a)b"}}]}',
        ),
    ),
    ['error form-pattern t'],
  ],
  [
    'a group assignment without group',
    task(ZH + form(FORM) + '<dw:assignment rule="group" />'),
    ['error assignment-value-missing t'],
  ],
  [
    'an unknown assignment rule',
    task(ZH + form(FORM) + '<dw:assignment rule="loudest" />'),
    ['error assignment-rule t'],
  ],
  [
    'assignment by lane without lane',
    task(ZH + form(FORM) + '<dw:assignment rule="lane" />'),
    ['warning assignment-lane-missing t'],
  ],
  [
    'a lane without role',
    bpmn(
      '<bpmn:laneSet id="ls"><bpmn:lane id="l" name="经理"><bpmn:extensionElements><dw:label lang="en">Manager</dw:label></bpmn:extensionElements><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:startEvent id="s" />',
    ),
    ['warning lane-role-missing l'],
  ],
  [
    'a node in two lanes',
    bpmn(
      '<bpmn:laneSet id="ls"><bpmn:lane id="l" name="经理 A" dw:role="manager"><bpmn:extensionElements><dw:label lang="en">Manager</dw:label></bpmn:extensionElements><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="l2" name="经理 B" dw:role="manager"><bpmn:extensionElements><dw:label lang="en">Manager</dw:label></bpmn:extensionElements><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:startEvent id="s" />',
    ),
    ['error lane-member-twice s'],
  ],
];

describe('sales rules', () => {
  it.each(CASES)('%s', async (_what, xml, expected) => {
    expect((await findings(xml)).toSorted()).toEqual(expected.toSorted());
  });
});
