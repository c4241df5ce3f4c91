import { afterEach, expect, test } from 'vitest';
import type { FileReport } from './Report.ts';
import { supervise } from './supervise.ts';
import { flows, processFile } from './testing/model.ts';
import { tempFolder } from './testing/tempFolder.ts';

const model = processFile('p', `<startEvent id="s"/><endEvent id="e"/>${flows('s > e')}`);
let folder: Awaited<ReturnType<typeof tempFolder>> | null = null;
afterEach(async () => {
  await folder?.remove();
  folder = null;
});

test('answers the results in order', async () => {
  folder = await tempFolder({ 'a.bpmn': model, 'b.bpmn': 'no model' });
  const files = ['a.bpmn', 'b.bpmn'];
  const reports = await supervise<FileReport>({ do: 'validate', folder: folder.path, files }, 2, (_at, error) => {
    throw error;
  });
  expect(reports.map(({ file, verdict }) => [file, verdict])).toEqual([
    ['a.bpmn', 'ok'],
    ['b.bpmn', 'refused'],
  ]);
});

test('a piece that gives no answer in time costs only itself, and every piece gets a result', async () => {
  folder = await tempFolder({ 'a.bpmn': model });
  const files = ['a.bpmn', 'a.bpmn'];
  const silent = { silenceMs: 0, memoryMb: 512 };
  const reports = await supervise<string>(
    { do: 'validate', folder: folder.path, files },
    2,
    (at, error) => `${at}: ${error.name}`,
    silent,
  );
  expect(reports).toEqual(['0: Unanswered', '1: Unanswered']);
});

test('a thread that breaks is told as that', async () => {
  const task = { do: 'run', suite: 'betsy', dir: '/nowhere/at/all', mode: 'pure', serverUrl: null } as const;
  const reports = await supervise<string>(task, 1, (_at, error) => error.text.en);
  expect(reports).toEqual([expect.stringContaining('/nowhere/at/all')]);
});
