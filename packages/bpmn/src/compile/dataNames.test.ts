import { expect, it } from 'vitest';
import { readNode } from '../test/readNode.ts';
import { bpmn } from '../test/sampleModel.ts';

const DATA =
  '<bpmn:dataObject id="o1" name="Order" /><bpmn:dataObjectReference id="r1" name="Order [paid]" dataObjectRef="o1" /><bpmn:dataObjectReference id="r2" dataObjectRef="outer" /><bpmn:dataObject id="o2" /><bpmn:dataStoreReference id="store" name="Store" />';
const file = bpmn(
  `<bpmn:dataObject id="outer" name="Outer" /><bpmn:subProcess id="sub"><bpmn:property id="pr" name="count" />${DATA}</bpmn:subProcess>`,
  { root: '' },
);

it('what is drawn in a subprocess, and its properties, are its own', async () => {
  expect((await readNode(file, 'sub')).node.dataNames).toEqual(['Order', 'o2', 'count']);
});

it('what a process holds belongs to the instance anyway', async () => {
  expect((await readNode(file, 'p')).node.dataNames).toEqual([]);
});
