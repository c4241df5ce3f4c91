import { expect, test } from 'vitest';
import { DraftKeeper, type DraftState } from './DraftKeeper.ts';

/** A keeper whose clock is turned by hand and whose server answers what the test says. */
function setUp(save: (xml: string, revision: number) => Promise<{ revision: number }>) {
  const states: DraftState['kind'][] = [];
  const copies: (string | null)[] = [];
  const drawing = { xml: 'one' };
  const pending = new Set<() => void>();
  const keeper = new DraftKeeper(7, {
    write: () => Promise.resolve(drawing.xml),
    save,
    conflictIn: (error) =>
      error === 'conflict' ? { by: { id: 'p', name: 'Li Na' }, at: '2026-11-23T10:00:00Z' } : null,
    keepCopy: (xml) => copies.push(xml),
    onState: (state) => states.push(state.kind),
    later: (run) => {
      pending.add(run);
      return () => pending.delete(run);
    },
  });
  return { keeper, states, copies, drawing, pending };
}

test('saves with the revision it knows and goes on with the one it gets', async () => {
  const sent: [string, number][] = [];
  const { keeper, drawing, states } = setUp((xml, revision) => {
    sent.push([xml, revision]);
    return Promise.resolve({ revision: revision + 1 });
  });
  keeper.changed();
  expect(await keeper.saveNow()).toBe(true);
  drawing.xml = 'two';
  keeper.changed();
  expect(await keeper.saveNow()).toBe(true);
  expect(sent).toEqual([
    ['one', 7],
    ['two', 8],
  ]);
  expect(states).toEqual(['changed', 'saving', 'saved', 'changed', 'saving', 'saved']);
});

test('nothing changed, nothing sent', async () => {
  const { keeper } = setUp(() => Promise.reject(new Error('must not be called')));
  expect(await keeper.saveNow()).toBe(true);
});

test('a change during the call is not taken for saved', async () => {
  let answer: (value: { revision: number }) => void = () => {};
  const { keeper, pending } = setUp(() => new Promise((resolve) => (answer = resolve)));
  keeper.changed();
  const saving = keeper.saveNow();
  await Promise.resolve();
  await Promise.resolve();
  keeper.changed();
  answer({ revision: 8 });
  expect(await saving).toBe(false);
  expect(keeper.state.kind).toBe('changed');
  expect(pending.size).toBe(1);
});

test('a failed call keeps a copy and is tried again', async () => {
  let online = false;
  const { keeper, copies, pending } = setUp((_, revision) =>
    online ? Promise.resolve({ revision: revision + 1 }) : Promise.reject(new Error('offline')),
  );
  keeper.changed();
  expect(await keeper.saveNow()).toBe(false);
  expect(keeper.state.kind).toBe('failed');
  expect(copies).toEqual(['one']);
  expect(pending.size).toBe(1);
  online = true;
  expect(await keeper.saveNow()).toBe(true);
  expect(copies).toEqual(['one', null]);
});

test('a conflict names who and when, and nothing more is sent until it is settled', async () => {
  let calls = 0;
  const { keeper, pending } = setUp(() => {
    calls += 1;
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- stands for the server's refusal
    return Promise.reject('conflict');
  });
  keeper.changed();
  expect(await keeper.saveNow()).toBe(false);
  expect(keeper.state).toEqual({ kind: 'conflict', by: { id: 'p', name: 'Li Na' }, at: '2026-11-23T10:00:00Z' });
  keeper.changed();
  expect(await keeper.saveNow()).toBe(false);
  expect(calls).toBe(1);
  expect(pending.size).toBe(0);
  keeper.reset(12);
  expect(keeper.state.kind).toBe('saved');
  expect(keeper.revision).toBe(12);
});

test('what else belongs to the draft takes its turn with the drawing, and its revision is the next one’s', async () => {
  const sent: [string, number][] = [];
  const { keeper, drawing } = setUp((xml, revision) => {
    sent.push([xml, revision]);
    return Promise.resolve({ revision: revision + 1 });
  });
  keeper.changed();
  const saving = keeper.saveNow();
  const both = [1, 2].map((file) =>
    keeper.alongside((revision) => {
      sent.push([`file ${file}`, revision]);
      return Promise.resolve({ revision: revision + 1 });
    }),
  );
  drawing.xml = 'two';
  expect(await saving).toBe(true);
  expect(await Promise.all(both)).toEqual([{ revision: 9 }, { revision: 10 }]);
  keeper.changed();
  await keeper.saveNow();
  expect(sent).toEqual([
    ['one', 7],
    ['file 1', 8],
    ['file 2', 9],
    ['two', 10],
  ]);
});

test('a conflict beside the drawing stops both; another refusal stops neither', async () => {
  const { keeper, states } = setUp((_, revision) => Promise.resolve({ revision: revision + 1 }));
  await expect(keeper.alongside(() => Promise.reject(new Error('no DMN')))).rejects.toThrow('no DMN');
  keeper.changed();
  expect(await keeper.saveNow()).toBe(true);
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- stands for the server's refusal
  expect(await keeper.alongside(() => Promise.reject('conflict'))).toBeNull();
  expect(keeper.state.kind).toBe('conflict');
  expect(await keeper.alongside(() => Promise.reject(new Error('must not be called')))).toBeNull();
  expect(states.filter((state) => state === 'conflict')).toHaveLength(2);
});
