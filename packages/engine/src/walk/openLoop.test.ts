import { describe, expect, test } from 'vitest';
import { evaluateSimple } from '../testing/evaluateSimple.ts';
import { graphOf, type NodeSketch } from '../testing/graphOf.ts';
import { Simulation } from '../testing/Simulation.ts';
import type { JsonObject } from '../types/Json.ts';

type Loop = NonNullable<Exclude<NodeSketch, string>['loop']>;

function looped(loop: Loop, more: Partial<Exclude<NodeSketch, string>> = {}) {
  return graphOf(
    {
      start: 'startEvent',
      work: { type: 'userTask', loop, ...more },
      after: 'userTask',
      late: { type: 'boundaryEvent', attachedTo: 'work', events: [{ kind: 'signal', name: 's' }] },
      aside: 'userTask',
    },
    ['start > work', 'work > after', 'late > aside'],
  );
}

const count = { type: 'scriptTask', script: { language: 'feel', source: 'n + 1', resultVariable: 'n' } } as const;

/** How often the script ran, from n = 0. */
function rounds(loop: Loop, variables: JsonObject = { n: 0 }): number {
  const run = new Simulation(looped(loop, count)).start(variables);
  expect(run.open).toEqual(['task after']);
  return run.entered.filter((id) => id === 'work').length;
}

describe('standard loop (BPMN 2.0.2, 10.3.8 and 13.3.6)', () => {
  test('tested after each round, it runs at least once', () => {
    expect(rounds({ kind: 'standard', condition: 'n < 3' })).toBe(3);
    expect(rounds({ kind: 'standard', condition: 'n < 3' }, { n: 7 })).toBe(1);
  });

  test('tested before, it may not run at all', () => {
    expect(rounds({ kind: 'standard', testBefore: true, condition: 'n < 3' })).toBe(3);
    expect(rounds({ kind: 'standard', testBefore: true, condition: 'n < 3' }, { n: 3 })).toBe(0);
  });

  test('the maximum ends it whatever the condition says', () => {
    expect(rounds({ kind: 'standard', condition: 'true', maximum: '4' })).toBe(4);
    expect(rounds({ kind: 'standard', maximum: '2' })).toBe(2);
    expect(rounds({ kind: 'standard', maximum: '0' })).toBe(0);
  });

  test('a round knows its number, and the condition how many there were', () => {
    const script = { language: 'feel', source: 'loopCounter', resultVariable: 'n' };
    const run = new Simulation(
      looped({ kind: 'standard', condition: 'loopCounter < 5' }, { type: 'scriptTask', script }),
    ).start({ n: 0 });
    expect(run.variables).toEqual({ n: 5 });
  });

  test('the boundary event interrupts the loop as a whole', () => {
    const run = new Simulation(looped({ kind: 'standard', condition: 'true' })).start();
    run.complete('work').complete('work');
    expect(run.open).toEqual(['signal late', 'task work']);
    expect(run.signal('s').open).toEqual(['task aside']);
    expect(run.state.scopes).toHaveLength(1);
  });

  test('a loop that never ends is stopped by an incident', () => {
    const run = new Simulation(looped({ kind: 'standard', condition: 'true' }, count)).start({ n: 0 });
    expect(run.wait('work').code).toBe('step-limit');
  });

  test('a condition that can not be evaluated holds the round, and can be retried', () => {
    const run = new Simulation(looped({ kind: 'standard', condition: 'missing' })).start().complete('work');
    expect(run.wait('work').code).toBe('expression-failed');
    run.dispatch({ type: 'setVariables', variables: { missing: false } }).retry('work');
    expect(run.open).toEqual(['task after']);
  });
});

describe('multi-instance (BPMN 2.0.2, 10.3.8 and 13.3.7)', () => {
  const three = { kind: 'multiInstance', cardinality: '3' } as const;

  test('parallel: all instances at once, and on when all are done', () => {
    const run = new Simulation(looped(three)).start();
    expect(run.open).toEqual(['signal late', 'task work', 'task work', 'task work']);
    run.complete('work').complete('work');
    expect(run.open).toEqual(['signal late', 'task work']);
    expect(run.complete('work').open).toEqual(['task after']);
  });

  test('sequential: one after another', () => {
    const run = new Simulation(looped({ ...three, sequential: true })).start();
    for (let turn = 1; turn <= 3; turn++) {
      expect(run.open).toEqual(['signal late', 'task work']);
      run.complete('work');
    }
    expect(run.open).toEqual(['task after']);
  });

  test.each([true, false])('none at all when there is nothing to do (sequential: %s)', (sequential) => {
    const run = new Simulation(looped({ ...three, cardinality: '0', sequential })).start();
    expect(run.open).toEqual(['task after']);
  });

  test('each instance has its entry and its number, and the results are collected in their order', () => {
    const loop = {
      kind: 'multiInstance',
      collection: 'names',
      inputItem: 'name',
      outputCollection: 'answers',
      outputItem: 'answer',
    } as const;
    const run = new Simulation(looped(loop)).start({ names: ['ann', 'bob'] });
    const own = run.state.tokens.flatMap(({ data }) => data?.local ?? []);
    expect(own).toEqual([
      { loopCounter: 1, answer: null, name: 'ann' },
      { loopCounter: 2, answer: null, name: 'bob' },
    ]);
    const [first, second] = run.waits.filter(({ kind }) => kind === 'task');
    run.dispatch({ type: 'complete', token: second?.token ?? -1, variables: { answer: 'no', seen: true } });
    run.dispatch({ type: 'complete', token: first?.token ?? -1, variables: { answer: 'yes' } });
    expect(run.variables).toEqual({ names: ['ann', 'bob'], answers: ['yes', 'no'], seen: true });
  });

  test('the completion condition ends it early and cancels the rest', () => {
    const run = new Simulation(looped({ ...three, completionCondition: 'numberOfCompletedInstances = 2' })).start();
    run.complete('work');
    expect(run.open).toEqual(['signal late', 'task work', 'task work']);
    expect(run.complete('work').open).toEqual(['task after']);
    const types = run.events.filter(({ type }) => type === 'cancel');
    expect(types).toHaveLength(1);
  });

  test('the completion condition may look at the instance that has just completed', () => {
    const loop = { ...three, collection: '[1,2,3]', inputItem: 'x', completionCondition: 'x = 2', sequential: true };
    const run = new Simulation(looped(loop)).start().complete('work').complete('work');
    expect(run.open).toEqual(['task after']);
  });

  test('the completion condition may look at the results so far', () => {
    const loop = {
      ...three,
      outputCollection: 'approvals',
      outputItem: 'decision',
      completionCondition: 'approvals',
    } as const;
    const seen: unknown[] = [];
    const evaluate = (expression: string, variables: JsonObject) => {
      if (expression !== 'approvals') return evaluateSimple(expression, variables);
      seen.push(variables['approvals']);
      return seen.length === 2;
    };
    const run = new Simulation(looped(loop), { interpreter: { evaluate, script: () => null } }).start();
    run.complete('work', { decision: 'yes' }).complete('work', { decision: 'no' });
    expect(seen).toEqual([
      ['yes', null, null],
      ['yes', 'no', null],
    ]);
    expect(run.open).toEqual(['task after']);
    expect(run.variables).toEqual({ approvals: ['yes', 'no', null] });
  });

  test('a subprocess: what an instance keeps for itself does not mix', () => {
    const graph = graphOf(
      {
        start: 'startEvent',
        sub: {
          type: 'subProcess',
          loop: {
            kind: 'multiInstance',
            collection: '[1,2]',
            inputItem: 'x',
            outputCollection: 'all',
            outputItem: 'x',
          },
        },
        inner: { type: 'userTask', in: 'sub' },
        more: { type: 'scriptTask', in: 'sub', script: { language: 'feel', source: 'x + 10', resultVariable: 'x' } },
        after: 'userTask',
      },
      ['start > sub', 'inner > more', 'sub > after'],
    );
    const run = new Simulation(graph).start();
    expect(run.state.scopes).toHaveLength(4);
    run.complete('inner').complete('inner');
    expect(run.open).toEqual(['task after']);
    expect(run.variables).toEqual({ all: [11, 12] });
    expect(run.state.scopes).toHaveLength(1);
  });

  test('an error in one instance ends all of them at the border', () => {
    const graph = graphOf(
      {
        start: 'startEvent',
        sub: { type: 'subProcess', loop: three },
        inner: { type: 'serviceTask', in: 'sub' },
        failed: { type: 'boundaryEvent', attachedTo: 'sub', events: [{ kind: 'error', code: 'E' }] },
        aside: 'userTask',
      },
      ['start > sub', 'failed > aside'],
    );
    const run = new Simulation(graph).start();
    expect(run.open).toEqual(['job inner', 'job inner', 'job inner']);
    expect(run.error('inner', 'E').open).toEqual(['task aside']);
    expect(run.state.scopes).toHaveLength(1);
  });

  test('what is no number of times and no list is an incident', () => {
    expect(new Simulation(looped({ ...three, cardinality: 'true' })).start().wait('work').code).toBe('count-invalid');
    const run = new Simulation(looped({ kind: 'multiInstance', collection: 'names' })).start({ names: 7 });
    expect(run.wait('work').code).toBe('collection-invalid');
    run.dispatch({ type: 'setVariables', variables: { names: ['ann'] } }).retry('work');
    expect(run.open).toEqual(['signal late', 'task work']);
  });

  test('more instances than an instance may have tokens are an incident, not a flood', () => {
    const run = new Simulation(looped({ ...three, cardinality: '1000000' })).start();
    expect(run.wait('work').code).toBe('too-many-instances');
  });
});

describe('behaviour events (BPMN 2.0.2, table 10.30)', () => {
  const event = { kind: 'signal', name: 's' } as const;

  function withBorder(loop: Loop, interrupting: boolean) {
    return graphOf(
      {
        start: 'startEvent',
        work: { type: 'userTask', loop },
        after: 'userTask',
        heard: { type: 'boundaryEvent', attachedTo: 'work', interrupting, events: [event] },
        aside: 'userTask',
      },
      ['start > work', 'work > after', 'heard > aside'],
    );
  }
  const base = { kind: 'multiInstance', cardinality: '3', behaviorEvent: event } as const;

  test('one: thrown with the first that completes', () => {
    const run = new Simulation(withBorder({ ...base, behavior: 'one' }, false)).start().complete('work');
    expect(run.open).toEqual(['signal heard', 'task aside', 'task work', 'task work']);
    run.complete('work').complete('work');
    expect(run.open).toEqual(['task after', 'task aside']);
  });

  test('none: thrown with each', () => {
    const run = new Simulation(withBorder({ ...base, behavior: 'none' }, false)).start();
    run.complete('work').complete('work').complete('work');
    expect(run.open).toEqual(['task after', 'task aside', 'task aside', 'task aside']);
  });

  test('all: never thrown', () => {
    const run = new Simulation(withBorder({ ...base, behavior: 'all' }, false)).start();
    run.complete('work').complete('work').complete('work');
    expect(run.open).toEqual(['task after']);
    expect(run.sent).toEqual([]);
  });

  test('a message that can not be correlated holds the instance, and is sent by a retry', () => {
    const behaviorEvent = { kind: 'message', name: 'm', correlation: 'key' } as const;
    const run = new Simulation(withBorder({ ...base, behavior: 'one', behaviorEvent }, false)).start().complete('work');
    expect(run.open).toEqual(['incident work', 'signal heard', 'task work', 'task work']);
    run.dispatch({ type: 'setVariables', variables: { key: 'K' } });
    const held = run.waits.find(({ kind }) => kind === 'incident')?.token ?? -1;
    run.dispatch({ type: 'retry', token: held });
    expect(run.open).toEqual(['signal heard', 'task work', 'task work']);
    expect(run.sent).toEqual([{ type: 'sendMessage', node: 2, name: 'm', correlation: 'K', payload: {} }]);
  });

  test('an interrupting boundary event that catches it ends the activity (10.5.4)', () => {
    const run = new Simulation(withBorder({ ...base, behavior: 'one' }, true)).start().complete('work');
    expect(run.open).toEqual(['task aside']);
  });

  test('complex: thrown when its condition is true', () => {
    const complex = [{ condition: 'numberOfCompletedInstances = 2', events: [event] }];
    const run = new Simulation(withBorder({ ...base, behavior: 'complex', complex }, false)).start();
    expect(run.complete('work').open).toEqual(['signal heard', 'task work', 'task work']);
    expect(run.complete('work').open).toEqual(['signal heard', 'task aside', 'task work']);
  });

  test('without a boundary event it goes where its kind goes', () => {
    const graph = graphOf({ start: 'startEvent', work: { type: 'userTask', loop: { ...base, behavior: 'one' } } }, [
      'start > work',
    ]);
    const run = new Simulation(graph).start().complete('work');
    expect(run.sent).toMatchObject([{ type: 'broadcastSignal', name: 's' }]);
  });
});

test("a result worked out from the instance's number, or from a variable of the process, is not of nothing", () => {
  const times = (outputItem: string): Loop => ({
    kind: 'multiInstance',
    cardinality: '2',
    outputCollection: 'all',
    outputItem,
  });
  const all = (outputItem: string) =>
    new Simulation(looped(times(outputItem), { type: 'task' })).start({ price: 5 }).variables['all'];
  expect(all('loopCounter')).toEqual([1, 2]);
  expect(all('price + loopCounter')).toEqual([6, 7]);
});
