import { expect, test } from 'vitest';
import { newStageId, readStages, recordTypeOf, writeStages } from './stages.ts';
import { carrying, create } from '../../../testing/testModel.ts';

const stages = [
  { id: 'lead', labels: { en: 'Lead', zh: '线索' } },
  { id: 'close', labels: { zh: '成交' } },
];

test('stages are read as they were written, in order', () => {
  const process = carrying('bpmn:Process', writeStages(stages, 'deal', create));
  expect(readStages(process)).toEqual(stages);
  expect(recordTypeOf(process)).toBe('deal');
});

test('without stages nothing is left in the model', () => {
  expect(writeStages([], 'deal', create)).toEqual([]);
});

test('the id of a stage comes from its English name and stays unique', () => {
  expect(newStageId('Needs analysis', stages)).toBe('needs-analysis');
  expect(newStageId('Lead', stages)).toBe('lead-3');
  expect(newStageId('需求', stages)).toBe('stage-3');
});
