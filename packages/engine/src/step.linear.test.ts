import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from './testing/graphOf.ts';
import { Simulation } from './testing/Simulation.ts';

/** A chain of diamonds whose branches are tasks that are passed at once. */
function chain(type: 'exclusiveGateway' | 'inclusiveGateway' | 'parallelGateway', length: number) {
  const nodes: Record<string, NodeSketch> = { start: 'startEvent' };
  const flows: string[] = [];
  let before = 'start';
  for (let at = 0; at < length; at++) {
    Object.assign(nodes, { [`s${at}`]: type, [`a${at}`]: 'task', [`b${at}`]: 'task', [`j${at}`]: type });
    const condition = type === 'parallelGateway' ? '' : ': true';
    flows.push(`${before} > s${at}`, `s${at} > a${at}${condition}`, `s${at} > b${at}${condition}`);
    flows.push(`a${at} > j${at}`, `b${at} > j${at}`);
    before = `j${at}`;
  }
  return graphOf({ ...nodes, end: 'endEvent' }, [...flows, `${before} > end`]);
}

test.each([
  ['exclusiveGateway', 3],
  ['inclusiveGateway', 5],
  ['parallelGateway', 5],
] as const)('a chain of 200 diamonds of %s visits each element once', (type, perDiamond) => {
  const run = new Simulation(chain(type, 200)).start();
  expect(run.state.status).toBe('completed');
  expect(run.entered).toHaveLength(200 * perDiamond + 2);
});

test('a loop of 10,000 rounds evaluates its condition once a round', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      merge: 'exclusiveGateway',
      count: { type: 'scriptTask', script: { language: 'feel', source: 'n + 1', resultVariable: 'n' } },
      again: 'exclusiveGateway',
      end: 'endEvent',
    },
    ['start > merge', 'merge > count', 'count > again', 'again > merge: n < 10000', 'again > end default'],
  );
  const run = new Simulation(graph).start({ n: 0 });
  expect(run.variables).toEqual({ n: 10_000 });
  expect(run.entered).toHaveLength(30_002);
  expect(run.state.next).toBeLessThan(40_000);
});
