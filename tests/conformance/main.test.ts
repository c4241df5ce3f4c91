import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { SuiteReport, ValidationReport } from './Report.ts';
import { flows, processFile, script } from './testing/model.ts';
import { tempFolder } from './testing/tempFolder.ts';

const main = join(import.meta.dirname, 'main.ts');
const model = processFile(
  't',
  `<startEvent id="s"/>${script('a', 'SCRIPT_task1')}<endEvent id="e"/>${flows('s > a', 'a > e')}`,
);

let folder: Awaited<ReturnType<typeof tempFolder>> | null = null;
afterEach(async () => {
  await folder?.remove();
  folder = null;
});

function run(...args: readonly string[]): Promise<{ code: number | string; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
  });
}

async function suite(expectedTrace: readonly string[], more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const expected = {
    execution: [{ group: 'g', name: 't', file: 'sub/t.bpmn', cases: [{ expectedTrace }] }],
    refusals: [{ name: 'r', file: 'r.bpmn', cases: [{ expectedTrace: ['DeploymentFailed'] }] }],
  };
  folder = await tempFolder({ 'expected.json': expected, 'sub/t.bpmn': model, 'r.bpmn': '<nonsense/>', ...more });
  return folder.path;
}

test('a suite that passes: 0, and a report in JSON', async () => {
  const dir = await suite(['Task1']);
  const file = join(dir, 'report.json');
  const { code, out } = await run('--suite', 'betsy', '--dir', dir, '--json', file);
  expect([code, out.includes('passed / 通过 2, failed / 失败 0')]).toEqual([0, true]);
  const report = JSON.parse(await readFile(file, 'utf8')) as SuiteReport;
  expect(report).toMatchObject({
    suite: 'betsy',
    dir,
    runs: [{ mode: 'pure', passed: 2, failed: 0, contradicting: 0 }],
  });
  expect(report.runs[0]?.groups[0]).toMatchObject({
    name: 'g',
    cases: [{ name: 't', file: 'sub/t.bpmn', passed: true, expected: ['Task1'], actual: ['Task1'], why: null }],
  });
});

test('a suite that fails: 1, with what was expected and what came', async () => {
  const { code, out } = await run('--suite', 'betsy', '--dir', await suite(['Task2']));
  expect(code).toBe(1);
  expect(out).toContain('✗ t (sub/t.bpmn)');
  expect(out).toMatch(/expected \/ 期望: Task2\s+actual \/ 实际: Task1/);
});

test('every model below a folder is validated', async () => {
  const dir = await suite([]);
  const file = join(dir, 'report.json');
  const { code, out } = await run('--validate', dir, '--json', file);
  expect(code).toBe(0);
  expect(out).toContain('sub/t.bpmn: ok');
  const report = JSON.parse(await readFile(file, 'utf8')) as ValidationReport;
  expect(report).toMatchObject({ ok: 1, refused: 1, crashed: 0 });
  expect(report.files.map((one) => [one.file, one.verdict])).toEqual([
    ['r.bpmn', 'refused'],
    ['sub/t.bpmn', 'ok'],
  ]);
});

test.each([
  ['an unknown flag', ['--frobnicate'], 'frobnicate'],
  ['a missing folder', ['--suite', 'betsy', '--dir', '/nowhere/at/all'], '/nowhere/at/all'],
])('%s: 2, told without a stack trace', async (_what, args, named) => {
  const { code, err } = await run(...args);
  expect([code, err.includes(named), err.includes('    at ')]).toEqual([2, true, false]);
});

test.each([
  ['broken JSON', { 'expected.json': '{ "execution": [' }, 'not valid JSON'],
  ['a file of another shape', { 'expected.json': { execution: [{ file: 3 }] } }, 'execution[0].file should be a text'],
  [
    'a missing model',
    { 'expected.json': { refusals: [{ file: 'gone.bpmn', cases: [{ expectedTrace: [] }] }] } },
    'gone.bpmn',
  ],
])('%s: 2, told without a stack trace', async (_what, files, named) => {
  const { code, err } = await run('--suite', 'betsy', '--dir', await suite([], files));
  expect([code, err.includes(named), err.includes('    at ')]).toEqual([2, true, false]);
});
