import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const throws = (activity: number, wait = true) => ({ kind: 'compensation', activity, wait }) as const;
/** the sketches' order gives the node numbers, from 1 */
function numberOf(nodes: Readonly<Record<string, NodeSketch>>, id: string): number {
  return Object.keys(nodes).indexOf(id) + 1;
}

const undo = { type: 'userTask', isForCompensation: true } as const;
const edge = (attachedTo: string, more: object = {}) =>
  ({ type: 'boundaryEvent', attachedTo, events: [throws(-1)], ...more }) as const;

/** a, then b, then a throw event that undoes `activity` (all when empty), then a task. */
function twoSteps(activity: string, wait = true) {
  const nodes: Record<string, NodeSketch> = {
    start: 'startEvent',
    a: { type: 'userTask', compensation: 'undoA' },
    edgeA: edge('a'),
    undoA: undo,
    b: { type: 'userTask', compensation: 'undoB' },
    edgeB: edge('b'),
    undoB: undo,
    oops: 'intermediateThrowEvent',
    after: 'userTask',
  };
  const wanted = activity === '' ? -1 : numberOf(nodes, activity);
  nodes['oops'] = { type: 'intermediateThrowEvent', events: [throws(wanted, wait)] };
  return graphOf(nodes, ['start > a', 'a > b', 'b > oops', 'oops > after']);
}

test('all that was completed is undone in reverse order, one after another, and the throw waits', () => {
  const run = new Simulation(twoSteps('')).start().complete('a').complete('b');
  expect(run.open).toEqual(['task undoB']);
  expect(run.complete('undoB').open).toEqual(['task undoA']);
  expect(run.complete('undoA').open).toEqual(['task after']);
  expect(run.complete('after').state.status).toBe('completed');
});

test('a named activity alone is undone, and what was not completed is not', () => {
  const run = new Simulation(twoSteps('a')).start().complete('a').complete('b');
  expect(run.open).toEqual(['task undoA']);
  expect(run.complete('undoA').open).toEqual(['task after']);
});

test('with nothing to undo the throw goes on at once', () => {
  const graph = graphOf(
    { start: 'startEvent', oops: { type: 'intermediateThrowEvent', events: [throws(-1)] }, after: 'userTask' },
    ['start > oops', 'oops > after'],
  );
  expect(new Simulation(graph).start().open).toEqual(['task after']);
});

test('without waiting the token goes on while the undoing runs, which holds the process open', () => {
  const run = new Simulation(twoSteps('', false)).start().complete('a').complete('b');
  expect(run.open).toEqual(['task after', 'task undoB']);
  run.complete('after');
  expect(run.state.status).toBe('active');
  run.complete('undoB').complete('undoA');
  expect(run.state.status).toBe('completed');
});

test('each completion is undone once, however often compensation is thrown', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: { type: 'userTask', compensation: 'undoA' },
      edgeA: edge('a'),
      undoA: undo,
      oops: { type: 'intermediateThrowEvent', events: [throws(-1)] },
      again: { type: 'endEvent', events: [throws(-1)] },
    },
    ['start > a', 'a > oops', 'oops > again'],
  );
  const run = new Simulation(graph).start().complete('a').complete('undoA');
  expect(run.state.status).toBe('completed');
  expect(run.entered.filter((id) => id === 'undoA')).toHaveLength(1);
});

test('the handler sees the variables that were the activity’s own', () => {
  const nodes: Record<string, NodeSketch> = {
    start: 'startEvent',
    a: {
      type: 'userTask',
      compensation: 'undoA',
      loop: { kind: 'multiInstance', collection: '[1,2]', inputItem: 'x', sequential: true },
    },
    edgeA: edge('a'),
    undoA: {
      type: 'scriptTask',
      isForCompensation: true,
      script: { language: 'feel', source: 'x', resultVariable: 'y' },
    },
    oops: { type: 'endEvent', events: [throws(-1)] },
  };
  const run = new Simulation(graphOf(nodes, ['start > a', 'a > oops'])).start().complete('a').complete('a');
  // once for each instance, the last first
  expect(run.entered.filter((id) => id === 'undoA')).toHaveLength(2);
  expect(run.variables).toEqual({ y: 1 });
});

/** A subprocess with two compensable steps, and what is given to it. */
function withSub(more: Readonly<Record<string, NodeSketch>>, flows: readonly string[], sub: object = {}) {
  return graphOf(
    {
      start: 'startEvent',
      sub: { type: 'subProcess', ...sub },
      begin: { type: 'startEvent', in: 'sub' },
      a: { type: 'userTask', in: 'sub', compensation: 'undoA' },
      edgeA: edge('a', { in: 'sub' }),
      undoA: { ...undo, in: 'sub' },
      b: { type: 'userTask', in: 'sub', compensation: 'undoB' },
      edgeB: edge('b', { in: 'sub' }),
      undoB: { ...undo, in: 'sub' },
      check: 'userTask',
      oops: { type: 'endEvent', events: [throws(-1)] },
      ...more,
    },
    ['start > sub', 'begin > a', 'a > b', 'sub > check', 'check > oops', ...flows],
  );
}

test('a completed subprocess without a handler is undone by undoing what was completed inside', () => {
  const run = new Simulation(withSub({}, [])).start().complete('a').complete('b').complete('check');
  expect(run.open).toEqual(['task undoB']);
  expect(run.complete('undoB').open).toEqual(['task undoA']);
  expect(run.complete('undoA').state).toMatchObject({ status: 'completed', scopes: [{ id: 0 }] });
  expect(run.entered.filter((id) => id === 'sub')).toHaveLength(1);
});

test('a handler on the border of a subprocess takes the place of those inside', () => {
  const graph = withSub({ edgeSub: edge('sub'), undoSub: undo }, [], { compensation: 'undoSub' });
  const run = new Simulation(graph).start().complete('a').complete('b').complete('check');
  expect(run.open).toEqual(['task undoSub']);
  expect(run.complete('undoSub').state.status).toBe('completed');
});

test('a compensation event subprocess takes their place too, sees the variables as they were, and may undo them itself', () => {
  const graph = withSub(
    {
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', in: 'handler', events: [throws(-1)] },
      look: { type: 'scriptTask', in: 'handler', script: { language: 'feel', source: 'kept', resultVariable: 'seen' } },
      rethrow: { type: 'endEvent', in: 'handler', events: [throws(-1)] },
    },
    ['caught > look', 'look > rethrow'],
    { dataNames: ['kept'] },
  );
  const run = new Simulation(graph).start().complete('a', { kept: 5 }).complete('b').complete('check', { kept: 6 });
  expect(run.variables).toEqual({ kept: 6, seen: 5 });
  expect(run.open).toEqual(['task undoB']);
  run.complete('undoB').complete('undoA');
  expect(run.state).toMatchObject({ status: 'completed', scopes: [{ id: 0 }] });
});

test('a subprocess that was interrupted was not completed, and is not undone', () => {
  const graph = withSub(
    { late: { type: 'boundaryEvent', attachedTo: 'sub', events: [{ kind: 'signal', name: 's' }] } },
    ['late > oops'],
  );
  const run = new Simulation(graph).start().complete('a').signal('s');
  expect(run.state.status).toBe('completed');
  expect(run.entered).not.toContain('undoA');
});

test('an error handler of a subprocess may undo what its subprocess had completed', () => {
  const graph = withSub(
    {
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', in: 'handler', events: [{ kind: 'error', code: null }] },
      undoAll: { type: 'endEvent', in: 'handler', events: [throws(-1)] },
    },
    ['caught > undoAll'],
  );
  const run = new Simulation(graph).start().complete('a').error('b', 'E');
  expect(run.open).toEqual(['task undoA']);
  expect(run.complete('undoA').open).toEqual(['task check']);
});

test('when the undoing is interrupted with its scope, nothing of it is left', () => {
  const run = new Simulation(twoSteps('')).start().complete('a').complete('b');
  run.dispatch({ type: 'cancel', reason: '' });
  expect(run.open).toEqual([]);
  expect(run.state.tokens).toEqual([]);
});

test('a boundary event that interrupts a handler does not stop what is left to undo', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: { type: 'userTask', compensation: 'undoA' },
      edgeA: edge('a'),
      undoA: undo,
      b: { type: 'userTask', compensation: 'undoB' },
      edgeB: edge('b'),
      undoB: undo,
      late: { type: 'boundaryEvent', attachedTo: 'undoB', events: [{ kind: 'signal', name: 's' }] },
      aside: 'userTask',
      oops: { type: 'endEvent', events: [throws(-1)] },
    },
    ['start > a', 'a > b', 'b > oops', 'late > aside'],
  );
  const run = new Simulation(graph).start().complete('a').complete('b').signal('s');
  expect(run.open).toEqual(['task aside', 'task undoA']);
});

test('a token that undoes something can not be moved away', () => {
  const run = new Simulation(twoSteps('')).start().complete('a').complete('b');
  expect(() => run.dispatch({ type: 'move', token: run.wait('undoB').token, to: 'after' })).toThrow(
    expect.objectContaining({ code: 'token-bound' }),
  );
});

test('what goes wrong while a completed subprocess is undone is not caught on its border or inside it', () => {
  const error = { kind: 'error', code: null } as const;
  const escalation = { kind: 'escalation', code: null } as const;
  const graph = graphOf(
    {
      start: 'startEvent',
      sub: 'subProcess',
      onError: { type: 'boundaryEvent', attachedTo: 'sub', events: [error] },
      onEscalation: { type: 'boundaryEvent', attachedTo: 'sub', interrupting: false, events: [escalation] },
      again: 'userTask',
      handler: { type: 'eventSubProcess', in: 'sub' },
      caught: { type: 'startEvent', events: [error], in: 'handler' },
      repair: { type: 'userTask', in: 'handler' },
      a: { type: 'userTask', in: 'sub', compensation: 'undoA' },
      edgeA: edge('a', { in: 'sub' }),
      undoA: { ...undo, in: 'sub' },
      oops: { type: 'endEvent', events: [throws(-1)] },
    },
    ['start > sub', 'sub > oops', 'onError > again', 'onEscalation > again', 'caught > repair'],
  );
  const run = new Simulation(graph).start().complete('a');
  expect(run.open).toEqual(['task undoA']);
  const { token } = run.wait('undoA');
  expect(run.dispatch({ type: 'escalate', token, code: 'X', variables: {} }).open).toEqual(['task undoA']);
  expect(run.error('undoA', 'E').finish).toMatchObject({ status: 'failed', errorCode: 'E' });
});
