/** A condition in words, with a number in it where it counts something. */
export interface ReadyCondition<Id extends string = string> {
  readonly id: Id;
  /** the FEEL for it; `count` is the number, where it has one */
  readonly write: (count: number) => string;
  /** whether the number belongs to it */
  readonly counts: boolean;
}

/** Reads a condition as one of those that are ready-made; null when it is none of them. */
export function readReady<Id extends string>(
  condition: string,
  ready: readonly ReadyCondition<Id>[],
): { readonly id: Id; readonly count: number } | null {
  const wanted = squeezed(condition);
  const count = Number(/\d+/.exec(wanted)?.[0] ?? 1);
  const found = ready.find((one) => squeezed(one.write(count)) === wanted);
  return found ? { id: found.id, count } : null;
}

function squeezed(condition: string): string {
  return condition.replaceAll(/\s+/g, '');
}

/** When a repeated activity is done before all of it is (BPMN 2.0.2, 10.3.8, completion condition). */
export const STOP_WHEN = [
  { id: 'all', write: () => '', counts: false },
  { id: 'done', write: (count) => `numberOfCompletedInstances >= ${count}`, counts: true },
  { id: 'half', write: () => 'numberOfCompletedInstances * 2 >= numberOfInstances', counts: false },
] as const satisfies readonly ReadyCondition[];

/** When a complex gateway goes on (BPMN 2.0.2, 10.6.5, activation condition). */
export const GO_ON_WHEN = [
  { id: 'all', write: () => '', counts: false },
  { id: 'arrived', write: (count) => `activationCount >= ${count}`, counts: true },
] as const satisfies readonly ReadyCondition[];
