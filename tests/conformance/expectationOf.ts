import type { Message } from '../../packages/bpmn/src/index.ts';
import entries from './contradictions.json' with { type: 'json' };
import type { CaseReport } from './Report.ts';

/** An expectation of a suite that the specification contradicts. */
interface Contradiction {
  readonly suite: string;
  readonly name: string;
  /** of BPMN 2.0.2 */
  readonly section: string;
  /** what the specification gives, in any order */
  readonly expected: readonly string[];
  /** what the suite expects, in any order; a suite that expects otherwise is not contradicted */
  readonly suiteExpects: readonly string[];
  readonly why: Message;
}

const CONTRADICTIONS: readonly Contradiction[] = entries;

/**
 * What a case is held to: what the suite expects of it, or what the specification says where `contradictions.json`
 * documents that the suite contradicts it. Nothing is special about a case but what stands in that file.
 */
export function expectationOf(
  suite: string,
  name: string,
  suiteExpects: readonly string[],
): Pick<CaseReport, 'expected' | 'contradicts'> {
  const found = CONTRADICTIONS.find(
    (one) => one.suite === suite && one.name === name && isSame(one.suiteExpects, suiteExpects),
  );
  if (!found) return { expected: suiteExpects, contradicts: null };
  const { expected, section, why } = found;
  return { expected, contradicts: { section, why, suiteExpects } };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}
