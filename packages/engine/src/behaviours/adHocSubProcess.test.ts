import { expect, test } from 'vitest';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

type AdHoc = NonNullable<Exclude<NodeSketch, string>['adHoc']>;
function adHoc(definition: AdHoc) {
  return graphOf(
    {
      start: 'startEvent',
      any: { type: 'adHocSubProcess', adHoc: definition },
      a: { type: 'userTask', in: 'any' },
      b: { type: 'userTask', in: 'any' },
      c: { type: 'userTask', in: 'any' },
      after: 'userTask',
    },
    ['start > any', 'b > c', 'any > after'],
  );
}
const activate = (run: Simulation, node: string) =>
  run.dispatch({ type: 'activate', token: anyToken(run), node, variables: {} });
const anyToken = (run: Simulation) => run.state.tokens.find((token) => token.node === 2)?.id ?? -1;

test('starts every activity that no flow enters, and is done when nothing is left', () => {
  const run = new Simulation(adHoc({})).start();
  expect(run.open).toEqual(['task a', 'task b']);
  run.complete('a').complete('b');
  expect(run.open).toEqual(['task c']);
  expect(run.complete('c').open).toEqual(['task after']);
});

test('sequential: one after another in the order of the drawing', () => {
  const run = new Simulation(adHoc({ sequential: true })).start();
  expect(run.open).toEqual(['task a']);
  expect(run.complete('a').open).toEqual(['task b']);
  expect(run.complete('b').open).toEqual(['task c']);
  expect(run.complete('c').open).toEqual(['task after']);
});

test('the completion condition ends it and cancels what still runs', () => {
  const run = new Simulation(adHoc({ completionCondition: 'enough' })).start({ enough: false });
  expect(run.complete('a').open).toEqual(['task b']);
  expect(run.complete('b', { enough: true }).open).toEqual(['task after']);
});

test('or lets what still runs be finished', () => {
  const run = new Simulation(adHoc({ completionCondition: 'enough', cancelRemaining: false })).start({ enough: false });
  run.complete('a', { enough: true });
  expect(run.open).toEqual(['task b']);
  run.complete('b');
  expect(run.complete('c').open).toEqual(['task after']);
});

test('while the condition is not true it stays open, and activities are started by hand, again and again', () => {
  const run = new Simulation(adHoc({ completionCondition: 'enough' })).start({ enough: false });
  run.complete('a').complete('b').complete('c');
  expect(run.open).toEqual([]);
  expect(run.state.status).toBe('active');
  expect(activate(run, 'a').open).toEqual(['task a']);
  expect(activate(run, 'a').open).toEqual(['task a', 'task a']);
  expect(run.complete('a', { enough: true }).open).toEqual(['task after']);
});

test('by hand, one at a time when it is sequential, and only what stands in it', () => {
  const run = new Simulation(adHoc({ sequential: true, completionCondition: 'enough' })).start({ enough: false });
  expect(() => activate(run, 'a')).toThrow(expect.objectContaining({ code: 'ad-hoc-busy' }));
  expect(() => activate(run, 'after')).toThrow(expect.objectContaining({ code: 'node-elsewhere' }));
  expect(() => activate(run, 'nowhere')).toThrow(expect.objectContaining({ code: 'node-unknown' }));
});

test('the elements to start with may be worked out', () => {
  const run = new Simulation(adHoc({ activeElements: 'chosen' })).start({ chosen: ['c', 'a'] });
  expect(run.open).toEqual(['task a', 'task c']);
  const wrong = new Simulation(adHoc({ activeElements: 'chosen' })).start({ chosen: ['x'] });
  expect(wrong.wait('any').code).toBe('ad-hoc-element-unknown');
});

test('a condition that fails is an incident at the subprocess, whose border stays armed', () => {
  const run = new Simulation(adHoc({ completionCondition: 'n > 1' })).start({ n: true }).complete('a');
  expect(run.open).toEqual(['incident any', 'task b']);
  run.dispatch({ type: 'setVariables', variables: { n: 2 } }).retry('any');
  expect(run.open).toEqual(['task after']);
});

test('a completion condition that fails is one incident, however much is done while it stands', () => {
  const run = new Simulation(adHoc({ completionCondition: 'done > 1' })).start({ done: 'no number' });
  run.complete('a').complete('b');
  expect(run.open).toEqual(['incident any', 'task c']);
  run.dispatch({ type: 'setVariables', variables: { done: 2 } }).retry('any');
  expect(run.open).toEqual(['task after']);
});
