import { expect, it } from 'vitest';
import { indexModel } from '../ModelIndex.ts';
import { parseModel } from '../parse/parseModel.ts';
import { bpmn } from '../test/sampleModel.ts';
import { variableName } from './variableName.ts';

const XML = bpmn(
  `<bpmn:dataObject id="o1" name=" Order " /><bpmn:dataObject id="o2" />
   <bpmn:dataObjectReference id="r1" name="Order [paid]" dataObjectRef="o1" /><bpmn:dataObjectReference id="r2" name="alone" />
   <bpmn:dataStoreReference id="r3" name="Drawer" dataStoreRef="st" />`,
  { root: '<bpmn:dataStore id="st" name="Archive" />' },
);

it.each([
  ['o1', 'Order'],
  ['o2', 'o2'],
  ['r1', 'Order'],
  ['r2', 'alone'],
  ['r3', 'Archive'],
])('%s stands for the variable "%s"', async (id, name) => {
  const element = indexModel(await parseModel(XML)).byId.get(id);
  expect(element && variableName(element)).toBe(name);
});
