import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

test('a none event is passed', () => {
  const graph = graphOf({ start: 'startEvent', mark: 'intermediateThrowEvent', a: 'userTask' }, [
    'start > mark',
    'mark > a',
  ]);
  expect(new Simulation(graph).start().open).toEqual(['task a']);
});

test('a link goes on at its catch event', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      out: { type: 'intermediateThrowEvent', linkTarget: 'in', events: [{ kind: 'link', name: 'L' }] },
      in: { type: 'intermediateCatchEvent', events: [{ kind: 'link', name: 'L' }] },
      a: 'userTask',
    },
    ['start > out', 'in > a'],
  );
  const run = new Simulation(graph).start();
  expect(run.entered).toEqual(['start', 'out', 'in', 'a']);
  expect(run.open).toEqual(['task a']);
});

test('a signal reaches the same instance, in waits that stand when the step is done', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      shout: { type: 'intermediateThrowEvent', events: [{ kind: 'signal', name: 's' }] },
      hear: { type: 'intermediateCatchEvent', events: [{ kind: 'signal', name: 's' }] },
      a: 'userTask',
    },
    ['start > shout', 'start > hear', 'hear > a'],
  );
  expect(new Simulation(graph).start().open).toEqual(['task a']);
});

test('a message is sent with its correlation', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      tell: { type: 'intermediateThrowEvent', events: [{ kind: 'message', name: 'm', correlation: 'id' }] },
    },
    ['start > tell'],
  );
  expect(new Simulation(graph).start({ id: 3 }).sent).toEqual([
    { type: 'sendMessage', node: 2, name: 'm', correlation: '3', payload: {} },
  ]);
});
