import type { BpmnElement } from '../../moddle/BpmnElement.ts';

/** What a node waits for: all ways in; whatever comes; or all that can still come. */
export type Join = 'all' | 'any' | 'sync';
/** Which ways out are taken: all; one of them; one or more. */
export type Split = 'all' | 'one' | 'some';

/** Where a token can be: on a sequence flow, on the jump of a link, or at the very beginning. */
export interface Edge {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /**
   * Ways out of different alternatives exclude each other: 0 is the normal way, each interrupting boundary event has
   * a number of its own. Below 0: beside all others, a boundary event that does not interrupt.
   */
  readonly alternative: number;
}

/** The nodes of one scope as tokens see them; number 0 is the scope's opening, which has no element. */
export interface ScopeGraph {
  readonly elements: readonly (BpmnElement | null)[];
  readonly joins: readonly Join[];
  readonly splits: readonly Split[];
  readonly edges: readonly Edge[];
  readonly incoming: readonly (readonly Edge[])[];
  readonly outgoing: readonly (readonly Edge[])[];
}

/** Whether both ways out of one node can be taken at once. */
export function leaveTogether({ splits }: ScopeGraph, a: Edge, b: Edge): boolean {
  if (a.alternative < 0 || b.alternative < 0) return true;
  return a.alternative === b.alternative && (a.alternative > 0 || splits[a.from] !== 'one');
}
