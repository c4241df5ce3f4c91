/** What differs between the versions of the executor's semantics. */
export interface Rules {
  /** nodes that no flow enters start with their scope even when it has start events (BPMN 2.0.2, 10.3.1) */
  readonly implicitStarts: boolean;
  /**
   * a signal reaches who waits for it in its own instance before the thrower goes on; without it, the outside delivers
   * it there after the step, also to what came to wait after the throw
   */
  readonly signalsReachOwnWaits: boolean;
  /** a flow without a condition out of an inclusive gateway is an open one, beside which the default is not taken (13.4.3) */
  readonly unconditionalIsOpen: boolean;
}

const FIRST: Rules = { implicitStarts: false, signalsReachOwnWaits: false, unconditionalIsOpen: false };
const SECOND: Rules = { implicitStarts: true, signalsReachOwnWaits: true, unconditionalIsOpen: true };

/**
 * The rules that an instance goes on under, by the version it started with (`State.v`). A change of what a drawn
 * element means gets a flag here and raises `BEHAVIOUR`; it never changes an instance that already runs.
 */
export function rulesOf(version: number): Rules {
  return version < 2 ? FIRST : SECOND;
}
