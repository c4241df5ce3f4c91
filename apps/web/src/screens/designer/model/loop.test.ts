import { expect, test } from 'vitest';
import { create, throughFile } from '../../../testing/testModel.ts';
import { listFromData, type Loop, readLoop, withKind, writeLoop } from './loop.ts';

async function kept(loop: Loop): Promise<Loop> {
  const written = writeLoop(loop, create);
  const characteristics = written && create(written.type, written.properties);
  return readLoop(
    await throughFile(
      create('bpmn:UserTask', { id: 'Task', ...(characteristics ? { loopCharacteristics: characteristics } : {}) }),
    ),
  );
}

const several = {
  sequential: true,
  outputCollection: 'results',
  outputItem: 'result',
  completionCondition: 'numberOfCompletedInstances >= 2',
};

test.each<Loop>([
  { kind: 'once' },
  { kind: 'while', condition: 'discount > 10', testBefore: true, maximum: 5 },
  { kind: 'while', condition: '', testBefore: false, maximum: null },
  { kind: 'each', collection: 'products', item: 'product', ...several },
  { kind: 'times', cardinality: 'rounds + 1', ...several, sequential: false },
])('$kind comes back from a file as it went in', async (loop) => {
  expect(await kept(loop)).toEqual(loop);
});

test('what is left empty stands in no file', () => {
  const written = writeLoop({ kind: 'each', collection: ' ', item: '', ...several, completionCondition: ' ' }, create);
  expect(written?.properties).toMatchObject({
    'dw:collection': undefined,
    'dw:item': undefined,
    completionCondition: undefined,
  });
});

test('from "each" to "times" the results and the condition stay, the list goes', () => {
  const each: Loop = { kind: 'each', collection: 'products', item: 'product', ...several };
  expect(withKind(each, 'times')).toEqual({ kind: 'times', cardinality: '3', ...several });
  expect(withKind(each, 'while')).toEqual({ kind: 'while', condition: '', testBefore: false, maximum: null });
  expect(withKind(each, 'each')).toBe(each);
});

test('a list that the drawing gives as data is named', () => {
  const loopDataInputRef = create('bpmn:DataInput', { id: 'Data', name: 'offers' });
  const loopCharacteristics = create('bpmn:MultiInstanceLoopCharacteristics', { loopDataInputRef });
  expect(listFromData(create('bpmn:UserTask', { loopCharacteristics }))).toBe('offers');
  expect(listFromData(create('bpmn:UserTask', {}))).toBe('');
});
