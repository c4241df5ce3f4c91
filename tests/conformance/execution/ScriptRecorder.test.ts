import { expect, test } from 'vitest';
import { createEvaluator, evaluationMemory, PendingEvaluation } from '../../../packages/expression/src/index.ts';
import { BOUND_LANGUAGE, ScriptRecorder } from './ScriptRecorder.ts';

const NOW = Date.UTC(2026, 0, 1);
const logging = (source: string) => ({ result: source.length, log: [source] });

test('what is logged counts once its step is kept, at the time of the step', async () => {
  const recorder = new ScriptRecorder(logging);
  const evaluator = recorder.bind(createEvaluator());
  expect(await evaluator.settle(NOW, (env) => env.script(BOUND_LANGUAGE, 'abc', {}))).toBe(3);
  expect(recorder.kept).toEqual([]);
  recorder.keep();
  expect(recorder.kept).toEqual([{ text: 'abc', at: NOW }]);
});

test('a step that is left for an evaluation elsewhere and run again logs once', async () => {
  const recorder = new ScriptRecorder(logging);
  const plain = createEvaluator();
  const evaluator = recorder.bind(plain);
  const value = await evaluator.settle(NOW, (env) => {
    env.script(BOUND_LANGUAGE, 'abc', {});
    return env.script('javascript', 'return 1 + 1', {});
  });
  await plain.dispose();
  recorder.keep();
  expect([value, recorder.kept.length]).toEqual([2, 1]);
});

test('what a transaction logged that was rolled back never happened', () => {
  const recorder = new ScriptRecorder(logging);
  const evaluator = recorder.bind(createEvaluator());
  const memory = evaluationMemory();
  evaluator.attempt(NOW, (env) => env.script(BOUND_LANGUAGE, 'first try', {}), memory);
  expect(() => evaluator.attempt(NOW, (env) => env.script('javascript', 'return 1', {}), memory)).toThrow(
    PendingEvaluation,
  );
  recorder.discard();
  evaluator.attempt(NOW, (env) => env.script(BOUND_LANGUAGE, 'second try', {}), memory);
  recorder.keep();
  expect(recorder.kept.map((entry) => entry.text)).toEqual(['second try']);
});
