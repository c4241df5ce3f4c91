import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const doubled = { inputs: [{ name: 'x', value: 'n + n' }], outputs: [{ name: 'result', value: 'x + y' }] };

function around(node: Exclude<NodeSketch, string>, more: Readonly<Record<string, NodeSketch>> = {}) {
  return graphOf({ start: 'startEvent', a: node, ...more, after: 'userTask' }, ['start > a', 'a > after']);
}

test('inputs are the activity’s own, outputs are all that is left of it', () => {
  const run = new Simulation(around({ type: 'userTask', ...doubled })).start({ n: 2 });
  expect(run.state.tokens[0]?.data?.local).toEqual({ x: 4 });
  expect(run.complete('a', { y: 1 }).variables).toEqual({ n: 2, result: 5 });
});

test('without outputs the result is written, but not over what the activity keeps for itself', () => {
  const node = { type: 'userTask', inputs: doubled.inputs } as const;
  const run = new Simulation(around(node)).start({ n: 2 }).complete('a', { x: 9, y: 1 });
  expect(run.variables).toEqual({ n: 2, y: 1 });
});

test('a variable of any name can be copied', () => {
  const node = { type: 'userTask', inputs: [{ name: 'x', from: 'Deal Value' }] } as const;
  const run = new Simulation(around(node)).start({ 'Deal Value': 7 });
  expect(run.state.tokens[0]?.data?.local).toEqual({ x: 7 });
  expect(new Simulation(around(node)).start().state.tokens[0]?.data?.local).toEqual({ x: null });
});

test('a subprocess keeps its variables, and gives what its outputs take', () => {
  const inner: NodeSketch = {
    type: 'scriptTask',
    in: 'a',
    script: { language: 'feel', source: 'x + 1', resultVariable: 'y' },
  };
  const run = new Simulation(around({ type: 'subProcess', dataNames: ['y'], ...doubled }, { inner })).start({ n: 2 });
  expect(run.open).toEqual(['task after']);
  expect(run.variables).toEqual({ n: 2, result: 9 });
});

test('a called process gets the inputs alone', () => {
  const run = new Simulation(around({ type: 'callActivity', calledElement: 'p', ...doubled })).start({ n: 2 });
  expect(run.wait('a').variables).toEqual({ x: 4 });
  expect(run.complete('a', { y: 1 }).variables).toEqual({ n: 2, result: 5 });
});

test('a message carries the inputs, and its receiver takes what its outputs say', () => {
  const out = { type: 'intermediateThrowEvent', events: [{ kind: 'message', name: 'm', correlation: 'x' }] } as const;
  const run = new Simulation(around({ ...out, inputs: doubled.inputs })).start({ n: 2 });
  expect(run.sent).toMatchObject([{ correlation: '4', payload: { x: 4 } }]);
  const wait = { type: 'intermediateCatchEvent', events: [{ kind: 'message', name: 'm', correlation: null }] } as const;
  const receiver = new Simulation(around({ ...wait, outputs: [{ name: 'got', value: 'x' }] })).start();
  expect(receiver.message('m', null, { x: 4, y: 5 }).variables).toEqual({ got: 4 });
});

test('a boundary event maps what its message carries', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      edge: {
        type: 'boundaryEvent',
        attachedTo: 'a',
        events: [{ kind: 'message', name: 'm', correlation: null }],
        outputs: [{ name: 'got', value: 'x' }],
      },
      b: 'userTask',
    },
    ['start > a', 'edge > b'],
  );
  const run = new Simulation(graph).start().message('m', null, { x: 4, y: 5 });
  expect(run.variables).toEqual({ got: 4 });
  expect(run.open).toEqual(['task b']);
});

test('an input that fails is an incident before the work begins, an output that fails one after it', () => {
  const run = new Simulation(around({ type: 'userTask', ...doubled })).start();
  expect(run.open).toEqual(['incident a']);
  run.dispatch({ type: 'setVariables', variables: { n: 2 } }).retry('a');
  expect(run.complete('a').open).toEqual(['incident a']);
  run.dispatch({ type: 'setVariables', variables: { y: 1 } }).retry('a');
  expect(run.variables).toMatchObject({ result: 5 });
});
