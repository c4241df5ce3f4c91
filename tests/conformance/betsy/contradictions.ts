import type { Message } from '../../../packages/bpmn/src/index.ts';
import entries from './contradictions.json' with { type: 'json' };
import { sameTrace } from './sameTrace.ts';

/** An expectation of the suite that the specification contradicts. */
export interface Contradiction {
  readonly name: string;
  /** of BPMN 2.0.2 */
  readonly section: string;
  /** what the specification gives */
  readonly trace: readonly string[];
  /** what the suite expects; a suite that expects otherwise is not contradicted */
  readonly suiteExpects: readonly string[];
  readonly why: Message;
}

/** The documented contradiction of a test, or null. Nothing is special about a test but what stands in that file. */
export function contradictionOf(name: string, expected: readonly string[]): Contradiction | null {
  const found: Contradiction | undefined = entries.find((entry) => entry.name === name);
  return found && sameTrace(found.suiteExpects, expected) ? found : null;
}
