import type { Message, Problem } from '../../packages/bpmn/src/index.ts';

/** How a suite was run: by the pure engine, or durably on a database. */
export type Mode = 'pure' | 'pglite' | 'postgresql';

/**
 * What `--json` writes for a suite, and what is printed. The shape is stable: fields may be added, none is renamed.
 *
 *   { "suite": "betsy", "dir": "…", "runs": [
 *     { "mode": "pure", "passed": 1, "failed": 1, "contradicting": 0, "groups": [
 *       { "name": "gateways", "passed": 1, "failed": 1, "contradicting": 0, "cases": [
 *         { "name": "…", "file": "…", "passed": false, "expected": ["Task1"], "actual": [], "why": null,
 *           "contradicts": null } ] } ] } ] }
 */
export interface SuiteReport {
  readonly suite: string;
  readonly dir: string;
  /** one for each mode */
  readonly runs: readonly ModeReport[];
}

export interface ModeReport extends Counts {
  readonly mode: Mode;
  readonly groups: readonly GroupReport[];
}

export interface GroupReport extends Counts {
  readonly name: string;
  readonly cases: readonly CaseReport[];
}

export interface Counts {
  /** passed as the suite expects it */
  readonly passed: number;
  readonly failed: number;
  /** passed as the specification says it, which the suite contradicts */
  readonly contradicting: number;
}

export interface CaseReport {
  readonly name: string;
  /** path of the model, from the suite's folder */
  readonly file: string;
  readonly passed: boolean;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** what explains the actual result: problems, incidents, constructs that are lacking; null when nothing does */
  readonly why: Message | null;
  /** set when the suite's expectation contradicts the specification; then `expected` is what the specification says */
  readonly contradicts: {
    readonly section: string;
    readonly why: Message;
    readonly suiteExpects: readonly string[];
  } | null;
}

/**
 * What `--json` writes for `--validate`: `{ "folder", "ok", "refused", "crashed", "files": [{ "file", "verdict",
 * "problems": [{ "rule", "severity", "elementId", "line", "message": { "en", "zh" }, "section" }], "crash" }] }`.
 * Warnings stand among the problems of files that are ok.
 */
export interface ValidationReport {
  readonly folder: string;
  readonly ok: number;
  readonly refused: number;
  readonly crashed: number;
  readonly files: readonly FileReport[];
}

export interface FileReport {
  /** path from the folder */
  readonly file: string;
  readonly verdict: 'ok' | 'refused' | 'crashed';
  readonly problems: readonly Problem[];
  /** crashed: the error's message */
  readonly crash: string | null;
}

/** Puts the cases of one mode into their groups and counts. Groups stand in the order in which they first appear. */
export function modeReport(
  mode: Mode,
  cases: readonly { readonly group: string; readonly report: CaseReport }[],
): ModeReport {
  const groups = Map.groupBy(cases, (one) => one.group);
  return {
    mode,
    ...countsOf(cases.map((one) => one.report)),
    groups: [...groups].map(([name, members]) => {
      const reports = members.map((one) => one.report);
      return { name, ...countsOf(reports), cases: reports };
    }),
  };
}

function countsOf(cases: readonly CaseReport[]): Counts {
  return {
    passed: cases.filter((one) => one.passed && one.contradicts === null).length,
    failed: cases.filter((one) => !one.passed).length,
    contradicting: cases.filter((one) => one.passed && one.contradicts !== null).length,
  };
}
