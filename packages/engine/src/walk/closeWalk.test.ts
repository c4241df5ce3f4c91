import { expect, test } from 'vitest';
import { step } from '../step.ts';
import { evaluateSimple } from '../testing/evaluateSimple.ts';
import { graphOf } from '../testing/graphOf.ts';

const env = { now: 0, evaluate: evaluateSimple, script: () => null };

test('a wait that begins and ends within one step is not told to the outside', () => {
  const graph = graphOf(
    {
      start: 'startEvent',
      a: 'userTask',
      b: 'task',
      stop: { type: 'endEvent', events: [{ kind: 'terminate' }] },
    },
    ['start > a', 'start > b', 'b > stop'],
  );
  const { effects, events } = step(graph, null, { type: 'start', variables: {} }, env);
  expect(effects.map(({ type }) => type)).toEqual(['finish']);
  expect(events).toContainEqual(expect.objectContaining({ type: 'cancel', node: 2 }));
});

test('a retried incident is released before the token waits again', () => {
  const graph = graphOf({ start: 'startEvent', a: { type: 'serviceTask', business: { connector: CONNECTOR } } }, [
    'start > a',
  ]);
  const stuck = step(graph, null, { type: 'start', variables: {} }, env);
  const { id: token = -1 } = stuck.state.tokens[0] ?? {};
  const retried = step(graph, stuck.state, { type: 'retry', token }, env);
  expect(retried.effects.map(({ type }) => type)).toEqual(['release', 'raiseIncident']);
  const helped = step(graph, stuck.state, { type: 'setVariables', variables: { a: 1 } }, env);
  const again = step(graph, helped.state, { type: 'retry', token }, env);
  expect(again.effects).toMatchObject([
    { type: 'release', token, reason: 'done' },
    { type: 'createJob', token, variables: { x: 1 } },
  ]);
});

const CONNECTOR = { type: 'http', retries: 0, backoff: 'PT1S', inputs: [{ name: 'x', value: 'a' }], outputs: [] };
