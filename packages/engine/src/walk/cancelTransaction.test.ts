import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    deal: 'transaction',
    begin: { type: 'startEvent', in: 'deal' },
    book: { type: 'userTask', in: 'deal', compensation: 'unbook' },
    edge: {
      type: 'boundaryEvent',
      attachedTo: 'book',
      in: 'deal',
      events: [{ kind: 'compensation', activity: -1, wait: true }],
    },
    unbook: { type: 'userTask', in: 'deal', isForCompensation: true },
    decide: { type: 'userTask', in: 'deal' },
    other: { type: 'userTask', in: 'deal' },
    nested: { type: 'subProcess', in: 'deal' },
    stop: { type: 'endEvent', in: 'nested', events: [{ kind: 'cancel' }] },
    cancelled: { type: 'boundaryEvent', attachedTo: 'deal', events: [{ kind: 'cancel' }] },
    late: { type: 'boundaryEvent', attachedTo: 'deal', events: [{ kind: 'signal', name: 's' }] },
    failed: { type: 'boundaryEvent', attachedTo: 'deal', events: [{ kind: 'error', code: null }] },
    afterCancel: 'userTask',
    afterError: 'userTask',
    after: 'userTask',
  },
  [
    'start > deal',
    'begin > book',
    'begin > other',
    'book > decide',
    'decide > nested: cancel',
    'deal > after',
    'cancelled > afterCancel',
    'failed > afterError',
    'late > after',
  ],
);

test('a cancel end event ends what runs, undoes what was completed, then leaves by the cancel boundary event', () => {
  const run = new Simulation(graph).start({ cancel: true }).complete('book').complete('decide');
  expect(run.open).toEqual(['task unbook']);
  expect(run.complete('unbook').open).toEqual(['task afterCancel']);
  expect(run.state.scopes).toHaveLength(1);
});

test('an error leaves by the error boundary event and undoes nothing (a hazard, 10.7.2)', () => {
  const run = new Simulation(graph).start({ cancel: true }).complete('book').error('other', 'E');
  expect(run.open).toEqual(['task afterError']);
});

test('when all goes well it is a subprocess like others', () => {
  const run = new Simulation(
    graphOf({ start: 'startEvent', deal: 'transaction', inner: { type: 'userTask', in: 'deal' }, after: 'userTask' }, [
      'start > deal',
      'deal > after',
    ]),
  ).start();
  expect(run.complete('inner').open).toEqual(['task after']);
});

test('a repeated transaction that was cancelled in one instance went on by its border inside the repetition, and hung', () => {
  const repeated = graphOf(
    {
      start: 'startEvent',
      deal: { type: 'transaction', loop: { kind: 'multiInstance', cardinality: '2' } },
      inner: { type: 'userTask', in: 'deal' },
      stop: { type: 'endEvent', in: 'deal', events: [{ kind: 'cancel' }] },
      edge: { type: 'boundaryEvent', attachedTo: 'deal', events: [{ kind: 'cancel' }] },
      aside: 'userTask',
      after: 'userTask',
    },
    ['start > deal', 'inner > stop', 'edge > aside', 'deal > after'],
  );
  const run = new Simulation(repeated).start().complete('inner');
  expect(run.open).toEqual(['task aside']);
  expect(run.complete('aside').state.status).toBe('completed');
});

test('a transaction that compensates, and is itself cancelled, left the compensation hanging', () => {
  const throws = { kind: 'compensation', activity: -1, wait: true } as const;
  const undoing = graphOf(
    {
      start: 'startEvent',
      a: { type: 'task', compensation: 'undo' },
      undo: { type: 'transaction', isForCompensation: true },
      inner: { type: 'userTask', in: 'undo' },
      stop: { type: 'endEvent', in: 'undo', events: [{ kind: 'cancel' }] },
      oops: { type: 'intermediateThrowEvent', events: [throws] },
      after: 'userTask',
    },
    ['start > a', 'a > oops', 'inner > stop', 'oops > after'],
  );
  expect(new Simulation(undoing).start().complete('inner').open).toEqual(['task after']);
});
