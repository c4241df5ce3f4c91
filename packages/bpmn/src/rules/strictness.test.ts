import { expect, it } from 'vitest';
import { refusals } from '../test/findings.ts';
import { inLine, plain } from '../test/plainModel.ts';

const UNNAMED = inLine(['x', '<intermediateCatchEvent id="x"><messageEventDefinition /></intermediateCatchEvent>']);
const UNBOUND = inLine([
  'x',
  '<intermediateCatchEvent id="x"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>',
]);
const ROOT = '<message id="m" />';
const declare = (xml: string, uri: string) => xml.replace('<definitions ', `<definitions xmlns:other="${uri}" `);
const drawing = (xml: string) => xml.replace('isExecutable="true"', 'isExecutable="false"');

it('refuses what an executable process leaves open', async () => {
  expect(await refusals(plain(UNNAMED, ROOT))).toEqual(['message-missing x']);
  expect(await refusals(plain(UNBOUND, ROOT))).toEqual(['message-operation-missing x']);
});

it('lets a drawing be unfinished', async () => {
  expect(await refusals(drawing(plain(UNNAMED, ROOT)))).toEqual([]);
  expect(await refusals(drawing(plain(UNBOUND, ROOT)))).toEqual([]);
});

it.each([
  'http://camunda.org/schema/1.0/bpmn',
  'http://camunda.org/schema/zeebe/1.0',
  'http://camunda.org/schema/modeler/1.0',
  'http://activiti.org/bpmn',
])('leaves to a vendor what it says in its own terms: %s', async (uri) => {
  expect(await refusals(declare(plain(UNNAMED, ROOT), uri))).toEqual([]);
  expect(await refusals(declare(plain(UNBOUND, ROOT), uri))).toEqual([]);
});

it('asks for the message and not for the operation in a process of our own', async () => {
  const own = 'urn:dealwright:bpmn:1';
  expect(await refusals(declare(plain(UNNAMED, ROOT), own))).toEqual(['message-missing x']);
  expect(await refusals(declare(plain(UNBOUND, ROOT), own))).toEqual([]);
});

it('deploys nothing that lacks what running needs, and asks for nothing else', async () => {
  const purpose = 'deployment';
  const vendor = 'http://camunda.org/schema/1.0/bpmn';
  expect(await refusals(drawing(plain(UNNAMED, ROOT)), { purpose })).toEqual(['message-missing x']);
  expect(await refusals(declare(plain(UNNAMED, ROOT), vendor), { purpose })).toEqual(['message-missing x']);
  expect(await refusals(plain(UNBOUND, ROOT), { purpose })).toEqual([]);
});
