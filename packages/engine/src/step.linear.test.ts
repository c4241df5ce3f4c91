import { expect, test } from 'vitest';
import { chainOfDiamonds, countingLoop } from './testing/chains.ts';
import { Simulation } from './testing/Simulation.ts';

test.each([
  ['exclusiveGateway', 3],
  ['inclusiveGateway', 5],
  ['parallelGateway', 5],
] as const)('a chain of 200 diamonds of %s visits each element once', (type, perDiamond) => {
  const run = new Simulation(chainOfDiamonds(type, 200)).start();
  expect(run.state.status).toBe('completed');
  expect(run.entered).toHaveLength(200 * perDiamond + 2);
});

test('a loop of 10,000 rounds evaluates its condition once a round', () => {
  const run = new Simulation(countingLoop(10_000)).start({ n: 0 });
  expect(run.variables).toEqual({ n: 10_000 });
  expect(run.entered).toHaveLength(30_002);
  expect(run.state.next).toBeLessThan(40_000);
});
