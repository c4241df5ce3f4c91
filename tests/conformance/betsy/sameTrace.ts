const FAILURES: ReadonlySet<string> = new Set(['DeploymentFailed', 'RuntimeException', 'ErrorThrownErrorEvent']);

/**
 * Whether a trace is the expected one. Traces are multisets: branches may run in any order. `GenericError` stands for
 * any one way to fail: refused, an incident, or an error that nothing caught.
 */
export function sameTrace(expected: readonly string[], actual: readonly string[]): boolean {
  const generic = expected.includes('GenericError');
  const seen = actual.map((word) => (generic && FAILURES.has(word) ? 'GenericError' : word));
  return JSON.stringify(expected.toSorted()) === JSON.stringify(seen.toSorted());
}
