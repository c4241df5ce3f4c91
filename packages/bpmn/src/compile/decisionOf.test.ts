import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

it.each([
  ['', null],
  ['dw:decision=" risk "', { decisionId: 'risk', resultVariable: '' }],
  ['dw:decision="risk" dw:decisionResult="level"', { decisionId: 'risk', resultVariable: 'level' }],
])('%s', async (attributes, decision) => {
  const xml = bpmn(`<bpmn:businessRuleTask id="a" ${attributes} />`);
  expect((await readNode(xml, 'a')).node.decision).toEqual(decision);
});
