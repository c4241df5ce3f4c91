import { expect, test } from 'vitest';
import { suiteLines, validationLines } from './printReport.ts';
import { modeReport, type CaseReport } from './Report.ts';

const CASE: CaseReport = {
  name: 'n',
  file: 'f.bpmn',
  passed: true,
  expected: ['a'],
  actual: ['a'],
  why: null,
  contradicts: null,
};

const linesOf = (...reports: readonly CaseReport[]) =>
  suiteLines({
    suite: 's',
    dir: 'd',
    runs: [
      modeReport(
        'pure',
        reports.map((report) => ({ group: 'g', report })),
      ),
    ],
  });

test('counts by group and in all, contradictions apart', () => {
  const contradicts = { section: '1.2', why: { en: 'because', zh: '因为' }, suiteExpects: ['b'] };
  const lines = linesOf(CASE, { ...CASE, contradicts }, { ...CASE, passed: false });
  expect(lines.filter((line) => line.includes('passed / 通过 1, failed / 失败 1'))).toHaveLength(2);
  expect(lines.join('\n')).toContain('! n: the suite expects / 用例期望 [b]; BPMN 1.2: [a]');
});

test('of long lists only what differs is shown', () => {
  const many = Array.from({ length: 20 }, (_, at) => `x${at}`);
  const lines = linesOf({ ...CASE, passed: false, expected: [...many, 'only here'], actual: [...many, 'only there'] });
  expect(lines).toContain('        expected / 期望: only here');
  expect(lines).toContain('        actual / 实际: only there');
});

test('a problem is told with its rule, place and section, in both languages', () => {
  const problem = {
    rule: 'r',
    severity: 'error',
    elementId: 'e',
    line: 7,
    message: { en: 'bad', zh: '不行' },
    section: '10.2',
  } as const;
  const files = [{ file: 'f.bpmn', verdict: 'refused', problems: [problem], crash: null }] as const;
  expect(validationLines({ folder: '', ok: 0, refused: 1, crashed: 0, files })).toEqual([
    'f.bpmn: refused / 拒绝',
    '    ✗ [r · e:7 · 10.2] bad / 不行',
    'ok / 通过 0 · refused / 拒绝 1 · crashed / 崩溃 0',
  ]);
});
