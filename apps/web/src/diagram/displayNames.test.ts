import { expect, test } from 'vitest';
import { carrying, create } from '../testing/testModel.ts';
import { showInLanguage } from './displayNames.ts';
import { textOf } from './moddle.ts';

const zh = (text: string) => [create('dw:Label', { lang: 'zh', text })];

test('labels of the language take the place of names, at any depth; the rest keep their names', () => {
  const inner = carrying('bpmn:UserTask', zh('致电'), { name: 'Call' });
  const bare = create('bpmn:UserTask', { id: 'bare', name: 'Bare' });
  const sub = carrying('bpmn:SubProcess', zh('子流程'), { name: 'Sub', flowElements: [inner, bare] });
  const lane = carrying('bpmn:Lane', zh('经理'), { name: 'Manager' });
  const process = carrying('bpmn:Process', zh('销售'), {
    name: 'Sale',
    flowElements: [sub],
    laneSets: [create('bpmn:LaneSet', { lanes: [lane] })],
  });
  const pool = create('bpmn:Participant', { name: 'Sale', processRef: process });
  const collaboration = create('bpmn:Collaboration', { participants: [pool] });
  const definitions = create('bpmn:Definitions', { rootElements: [collaboration, process] });

  showInLanguage(definitions, 'en');
  expect([inner, lane, process].map((node) => textOf(node, 'name'))).toEqual(['Call', 'Manager', 'Sale']);
  showInLanguage(definitions, 'zh');
  const names = [inner, bare, sub, lane, process, pool].map((node) => textOf(node, 'name'));
  expect(names).toEqual(['致电', 'Bare', '子流程', '经理', '销售', '销售']);
});
