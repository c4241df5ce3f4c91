import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

/** work in inner in outer; `handlers` says where errors are caught. */
function nested(handlers: Readonly<Record<string, NodeSketch>>, flows: readonly string[]) {
  return graphOf(
    {
      start: 'startEvent',
      outer: 'subProcess',
      inner: { type: 'subProcess', in: 'outer' },
      work: { type: 'serviceTask', in: 'inner' },
      beside: { type: 'userTask', in: 'outer' },
      ...handlers,
    },
    ['start > outer', ...flows],
  );
}
const boundary = (host: string, code: string | null, scope?: string): NodeSketch => ({
  type: 'boundaryEvent',
  attachedTo: host,
  events: [{ kind: 'error', code }],
  ...(scope === undefined ? {} : { in: scope }),
});

test('the nearest handler catches, even one that catches all', () => {
  const graph = nested(
    {
      near: boundary('inner', null, 'outer'),
      far: boundary('outer', 'E'),
      a: { type: 'userTask', in: 'outer' },
      b: 'userTask',
    },
    ['near > a', 'far > b'],
  );
  expect(new Simulation(graph).start().error('work', 'E').open).toEqual(['task a', 'task beside']);
});

test('a handler of another code is passed over, and everything up to the one that catches is cancelled', () => {
  const graph = nested(
    {
      near: boundary('inner', 'OTHER', 'outer'),
      far: boundary('outer', 'E'),
      a: { type: 'userTask', in: 'outer' },
      b: 'userTask',
    },
    ['near > a', 'far > b'],
  );
  const run = new Simulation(graph).start().error('work', 'E');
  expect(run.open).toEqual(['task b']);
  expect(run.state.scopes).toHaveLength(1);
  expect(run.events).toContainEqual(expect.objectContaining({ type: 'error', code: 'E' }));
});

test('an event subprocess of the scope goes before the boundary of its subprocess', () => {
  const graph = nested(
    {
      handler: { type: 'eventSubProcess', in: 'outer' },
      caught: { type: 'startEvent', in: 'handler', events: [{ kind: 'error', code: 'E' }] },
      handling: { type: 'userTask', in: 'handler' },
      far: boundary('outer', 'E'),
      b: 'userTask',
    },
    ['caught > handling', 'far > b'],
  );
  const run = new Simulation(graph).start().error('work', 'E');
  expect(run.open).toEqual(['task handling']);
  expect(run.error('handling', 'E').open).toEqual(['task b']);
});
