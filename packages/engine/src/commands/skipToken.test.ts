import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const skip = (run: Simulation, nodeId: string, variables = {}) =>
  run.dispatch({ type: 'skip', token: run.wait(nodeId).token, variables });

test('work that failed outside is passed over with the variables that are given', () => {
  const graph = graphOf({ start: 'startEvent', work: 'serviceTask', next: 'userTask' }, [
    'start > work',
    'work > next',
  ]);
  const run = skip(new Simulation(graph).start(), 'work', { answer: 42 });
  expect(run.open).toEqual(['task next']);
  expect(run.variables).toEqual({ answer: 42 });
  const types = run.events.filter(({ type }) => type !== 'take').map(({ type }) => type);
  expect(types).toEqual(['enter', 'leave', 'enter', 'leave', 'enter']);
});

test('what is on its border goes with it', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: 'serviceTask',
      late: {
        type: 'boundaryEvent',
        attachedTo: 'work',
        events: [{ kind: 'timer', timer: { type: 'duration', source: 'PT1H' } }],
      },
      next: 'userTask',
    },
    ['start > work', 'work > next', 'late > next'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['job work', 'timer late']);
  expect(skip(run, 'work').open).toEqual(['task next']);
});

test('a step that an incident held before it began is passed over', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: { type: 'serviceTask', inputs: [{ name: 'to', value: 'missing' }] },
      next: 'userTask',
    },
    ['start > work', 'work > next'],
  );
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['incident work']);
  expect(skip(run, 'work').open).toEqual(['task next']);
});

test('a gateway is left by its default flow, and refused where nothing says which way', () => {
  const nodes = { start: 'startEvent', gate: 'exclusiveGateway', a: 'userTask', b: 'userTask' } as const;
  const flows = ['start > gate', 'gate > a: missing'];
  const sure = new Simulation(graphOf(nodes, [...flows, 'gate > b default'])).start();
  expect(sure.open).toEqual(['incident gate']);
  expect(skip(sure, 'gate').open).toEqual(['task b']);
  const run = new Simulation(graphOf(nodes, [...flows, 'gate > b: missing'])).start();
  expect(run.open).toEqual(['incident gate']);
  const before = run.state;
  expect(() => skip(run, 'gate')).toThrow(expect.objectContaining({ code: 'no-way-on' }));
  expect(run.state).toBe(before);
});

test('nothing comes after an end event', () => {
  const message = { kind: 'message', name: 'm', correlation: 'missing' } as const;
  const graph = graphOf({ start: 'startEvent', end: { type: 'endEvent', events: [message] } }, ['start > end']);
  const run = new Simulation(graph).start();
  expect(run.open).toEqual(['incident end']);
  expect(() => skip(run, 'end')).toThrow(expect.objectContaining({ code: 'nothing-after' }));
});

test('one instance of a repeated activity is passed over, the others are done', () => {
  const loop = { kind: 'multiInstance', cardinality: '2' } as const;
  const graph = graphOf({ start: 'startEvent', work: { type: 'serviceTask', loop } }, ['start > work']);
  const run = skip(new Simulation(graph).start(), 'work');
  expect(run.open).toEqual(['job work']);
  expect(run.complete('work').state.status).toBe('completed');
});

test('what no incident holds and what waits for nothing can not be passed over', () => {
  const graph = graphOf({ start: 'startEvent', work: 'subProcess', inner: { type: 'userTask', in: 'work' } }, [
    'start > work',
  ]);
  const run = new Simulation(graph).start();
  const outer = run.state.tokens.find(({ data }) => data?.scope !== undefined)?.id ?? -1;
  expect(() => run.dispatch({ type: 'skip', token: outer, variables: {} })).toThrow(
    expect.objectContaining({ code: 'nothing-to-skip' }),
  );
});

test('what was passed over is not undone', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      work: { type: 'serviceTask', compensation: 'undo' },
      edge: { type: 'boundaryEvent', attachedTo: 'work', events: [{ kind: 'compensation', activity: -1, wait: true }] },
      undo: { type: 'userTask', isForCompensation: true },
      oops: { type: 'intermediateThrowEvent', events: [{ kind: 'compensation', activity: -1, wait: true }] },
      after: 'userTask',
    },
    ['start > work', 'work > oops', 'oops > after'],
  );
  expect(new Simulation(graph).start().complete('work').open).toEqual(['task undo']);
  expect(skip(new Simulation(graph).start(), 'work').open).toEqual(['task after']);
});
