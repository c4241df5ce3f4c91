import { afterAll, expect, test } from 'vitest';
import { createEvaluator } from './createEvaluator.ts';

const evaluator = createEvaluator({ deadlineMs: 400 });
const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
afterAll(() => evaluator.dispose());

/** Counts turns of the event loop for as long as the promise is open. */
async function turnsWhile(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let open = true;
  const turn = (): void => {
    turns++;
    if (open) setImmediate(turn);
  };
  setImmediate(turn);
  await work.catch(() => null);
  open = false;
  return turns;
}

const GREEDY_SCRIPT = 'const a = []; for (;;) a.push(new Uint8Array(1e6));';
const feel = (source: string, variables = {}) => evaluator.evaluate(source, variables, NOW);
const javascript = (source: string, variables = {}) =>
  evaluator.settle(NOW, (env) => env.script('javascript', source, variables));

test.each([
  ['catastrophic regular expression', () => feel(`matches("${'a'.repeat(40)}!", "^(a+)+$")`), 'expression-timeout'],
  ['loop over a huge range', () => feel('count(for i in 1..1000000000 return i)'), /expression-(timeout|memory)/],
  ['endless script', () => javascript('while (true) {}'), 'expression-timeout'],
  ['script that fills the memory', () => javascript(GREEDY_SCRIPT), /expression-(timeout|memory)/],
  [
    'list that fills the memory',
    () => feel('for i in 1..100000000 return [i, i, i, i]'),
    /expression-(timeout|memory)/,
  ],
  ['endless recursion', () => feel('{ f: function(x) f(x), y: f(1) }.y'), /expression-/],
])('%s ends in a clear error while the event loop goes on', async (_name, run, code) => {
  const work = run();
  const turns = await turnsWhile(work);
  await expect(work).rejects.toMatchObject({ code: expect.stringMatching(code) as string });
  expect(turns).toBeGreaterThan(1);
  await expect(feel('count(for i in 1..3 return i)')).resolves.toBe(3);
});

test('memory has a limit of its own, however late the deadline', async () => {
  const patient = createEvaluator({ deadlineMs: 25_000, memoryMb: 16, workers: 1 });
  const script = patient.settle(NOW, (env) => env.script('javascript', GREEDY_SCRIPT, {}));
  await expect(script).rejects.toMatchObject({ code: 'expression-memory' });
  const list = patient.evaluate('for i in 1..3000000 return [i, i, i, i]', {}, NOW);
  await expect(list).rejects.toMatchObject({ code: 'expression-memory' });
  await patient.dispose();
});

test('a step has one budget for all its guarded expressions', async () => {
  const strict = createEvaluator({ budgetMs: 0 });
  const run = strict.settle(NOW, (env) => env.evaluate('count(for i in 1..3 return i)', {}));
  await expect(run).rejects.toMatchObject({
    code: 'expression-timeout',
    message: expect.stringContaining('0 ms') as string,
  });
  await strict.dispose();
});

test('a warm evaluator has a thread ready', async () => {
  const warm = createEvaluator({ workers: 1 });
  await warm.warm();
  await expect(warm.evaluate('count(for i in 1..3 return i)', {}, NOW)).resolves.toBe(3);
  await warm.dispose();
});

test('a disposed evaluator refuses what waits and what comes', async () => {
  const short = createEvaluator({ deadlineMs: 25_000, workers: 1 });
  const waiting = short.settle(NOW, (env) => env.script('javascript', 'while (true) {}', {}));
  const refused = expect(waiting).rejects.toMatchObject({ code: 'expression-failed' });
  await short.dispose();
  await refused;
  await expect(short.evaluate('split(a, ",")', { a: '' }, NOW)).rejects.toMatchObject({ code: 'expression-failed' });
});

test('a guarded expression inside a pure function is settled and the function run again', async () => {
  let runs = 0;
  const result = await evaluator.settle(NOW, (env) => {
    runs++;
    return [env.evaluate('sum(for i in list return i * 2)', { list: [1, 2] }), env.evaluate('a + 1', { a: 1 })];
  });
  expect(result).toEqual([6, 2]);
  expect(runs).toBe(2);
});

test('an error of a guarded expression can be caught by the function that asked', async () => {
  const caught = await evaluator.settle(NOW, (env) => {
    try {
      return env.script('javascript', 'throw new TypeError("no")', {});
    } catch (error) {
      if (error instanceof Error && 'code' in error) return String(error.code);
      throw error;
    }
  });
  expect(caught).toBe('expression-failed');
});

test('a script sees the variables, returns JSON, and sees nothing of the machine', async () => {
  await expect(javascript('return { total: a + variables.b }', { a: 1, b: 2 })).resolves.toEqual({ total: 3 });
  await expect(javascript('return [typeof process, typeof require, typeof fetch]')).resolves.toEqual([
    'undefined',
    'undefined',
    'undefined',
  ]);
  await expect(javascript('let x = 1;')).resolves.toBeNull();
});

test.each(['return () => 1', 'return "x".repeat(2000000)'])(
  'a script whose result can not be kept: %s',
  async (source) => {
    await expect(javascript(source)).rejects.toMatchObject({ code: 'expression-result' });
  },
);

test('an unknown script language is refused by name', async () => {
  const run = evaluator.settle(NOW, (env) => env.script('cobol', 'x', {}));
  await expect(run).rejects.toMatchObject({
    code: 'script-language-unknown',
    message: expect.stringContaining('cobol') as string,
  });
});

test.each([
  ['a script', () => javascript('return { text: "a\\u0000b" }')],
  ['half a character', () => javascript('return "\\ud800"')],
])('text that no database keeps failed the whole step: %s', async (_, run) => {
  await expect(run()).rejects.toMatchObject({ code: 'expression-result' });
});
