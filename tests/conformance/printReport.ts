import type { Counts, FileReport, Mode, SuiteReport, ValidationReport } from './Report.ts';

const MODES: Readonly<Record<Mode, string>> = {
  pure: 'pure engine / 纯引擎',
  pglite: 'durable on PGlite / 持久化（PGlite）',
  postgresql: 'durable on PostgreSQL / 持久化（PostgreSQL）',
};

/** Lists up to this long are shown as a whole. */
const SHORT = 12;

/** A suite's report as lines: the counts of each group, each failure with what was expected and what came. */
export function suiteLines(report: SuiteReport): string[] {
  return report.runs.flatMap((run) => [
    `${report.suite} · ${MODES[run.mode]}`,
    ...run.groups.flatMap((group) => [
      `  ${group.name}: ${counts(group)}`,
      ...group.cases.flatMap((one) => [
        ...(one.passed ? [] : [`    ✗ ${one.name} (${one.file})`, ...compared(one.expected, one.actual)]),
        ...(one.passed || !one.why ? [] : [`        why / 原因: ${one.why.en} / ${one.why.zh}`]),
        ...(one.contradicts
          ? [
              `    ! ${one.name}: the suite expects / 用例期望 [${one.contradicts.suiteExpects.join(', ')}]; BPMN ${one.contradicts.section}: [${one.expected.join(', ')}]`,
              `        ${one.contradicts.why.en} / ${one.contradicts.why.zh}`,
            ]
          : []),
      ]),
    ]),
    `  total / 合计: ${counts(run)}`,
  ]);
}

/** A validation's report as lines: each file with its verdict and its problems. */
export function validationLines(report: ValidationReport): string[] {
  return [
    ...report.files.flatMap(fileLines),
    `ok / 通过 ${report.ok} · refused / 拒绝 ${report.refused} · crashed / 崩溃 ${report.crashed}`,
  ];
}

function fileLines({ file, verdict, problems, crash }: FileReport): string[] {
  const words = { ok: 'ok / 通过', refused: 'refused / 拒绝', crashed: 'crashed / 崩溃' };
  return [
    `${file}: ${words[verdict]}${crash === null ? '' : ` ${crash}`}`,
    ...problems.map(({ severity, rule, elementId, line, message, section }) => {
      const place = [elementId, line === null ? null : `:${line}`].filter((part) => part !== null).join('');
      const where = [rule, place, section].filter((part) => part !== null && part !== '').join(' · ');
      return `    ${severity === 'error' ? '✗' : '?'} [${where}] ${message.en} / ${message.zh}`;
    }),
  ];
}

function counts({ passed, failed, contradicting }: Counts): string {
  const also = contradicting === 0 ? '' : `, contradicts the specification / 与规范矛盾 ${contradicting}`;
  return `passed / 通过 ${passed}, failed / 失败 ${failed}${also}`;
}

/** Both lists; of long ones only what stands in one and not in the other. */
function compared(expected: readonly string[], actual: readonly string[]): string[] {
  const long = expected.length > SHORT || actual.length > SHORT;
  const shown = (list: readonly string[], other: readonly string[]) =>
    (long ? list.filter((one) => !other.includes(one)) : list).join(long ? '; ' : ', ') || '–';
  return [`        expected / 期望: ${shown(expected, actual)}`, `        actual / 实际: ${shown(actual, expected)}`];
}
