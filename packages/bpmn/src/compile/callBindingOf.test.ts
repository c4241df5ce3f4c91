import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

it.each([
  ['', null],
  ['dw:binding="latest"', null],
  ['dw:binding="deployment"', { type: 'deployment' }],
  ['dw:binding="version" dw:version="3"', { type: 'version', version: 3 }],
  ['dw:binding="version"', null],
])('%s', async (attributes, binding) => {
  const xml = bpmn(`<bpmn:callActivity id="a" calledElement="sub" ${attributes} />`);
  expect((await readNode(xml, 'a')).node.callBinding).toEqual(binding);
});
