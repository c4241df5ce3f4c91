import { expect, it } from 'vitest';
import { createReadiness } from './createReadiness.ts';

const codes = async (readiness: ReturnType<typeof createReadiness>) =>
  (await readiness.check()).map((reason) => reason.code);

it('is ready once jobs are run, and never again once it stops', async () => {
  const readiness = createReadiness({ migrations: async () => ({ missing: [], unknown: [] }), patience: 60_000 });
  expect(await codes(readiness)).toEqual(['worker']);
  readiness.workerRuns(true);
  expect(await codes(readiness)).toEqual([]);
  readiness.stopping();
  readiness.workerRuns(true);
  expect(await codes(readiness)).toEqual(['stopping']);
});

it('is not ready while the database fails, keeps silent, or has another schema', async () => {
  let answer: () => Promise<{ missing: string[]; unknown: string[] }> = () => Promise.reject(new Error('gone'));
  const readiness = createReadiness({ migrations: () => answer(), patience: 1 });
  readiness.workerRuns(true);
  expect(await codes(readiness)).toEqual(['database']);
  answer = () => new Promise(() => {});
  expect(await codes(readiness)).toEqual(['database']);
  answer = async () => ({ missing: [], unknown: ['Migration9999Future'] });
  expect(await readiness.check()).toMatchObject([
    { code: 'migrations', message: { en: expect.stringContaining('Migration9999Future') } },
  ]);
  answer = async () => ({ missing: ['Migration0001Foundation'], unknown: [] });
  expect(await codes(readiness)).toEqual(['migrations']);
});
