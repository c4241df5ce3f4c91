import { expect, test } from 'vitest';
import { parseModel } from '../../../packages/bpmn/src/index.ts';
import { flows, processFile } from '../testing/model.ts';
import { DrawingIndex } from './DrawingIndex.ts';
import { tallyFixture } from './tallyFixture.ts';

const drawing = new DrawingIndex(
  await parseModel(processFile('P', `<startEvent id="S"/><task id="A"/><endEvent id="E"/>${flows('S > A', 'A > E')}`)),
);

test('a scope counts once, however often it exits', () => {
  const lines = ['createScope:A:B', 'enter:A:B', 'exit:A:C', 'exit:A:C', 'destroyScope:A:C'];
  expect(tallyFixture(lines, drawing).get('A')).toEqual({ entered: 1, left: 1, ended: 0 });
});

test('what is destroyed without an exit was taken away', () => {
  expect(tallyFixture(['createScope:A:B', 'destroyScope:A:C'], drawing).get('A')).toEqual({
    entered: 1,
    left: 0,
    ended: 1,
  });
});

test('a token taken away on a flow counts where the flow leads to', () => {
  const tallies = tallyFixture(['createScope:S_A:B', 'destroyScope:S_A:C'], drawing);
  expect(tallies.get('S_A')).toEqual({ entered: 1, left: 1, ended: 0 });
  expect(tallies.get('A')).toEqual({ entered: 1, left: 0, ended: 1 });
});
