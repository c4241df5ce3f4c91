import { step } from '../../step.ts';
import type { State } from '../../types/State.ts';
import type { StepResult } from '../../types/StepResult.ts';

/**
 * `step`, watched: what goes in is frozen, so that a change to it is thrown; the same command on a copy of the state
 * that has been through JSON must give the same; and what comes out must be plain JSON that a database would keep as it
 * is.
 *
 * @throws Error that says which of these did not hold
 */
export const strictStep: typeof step = (graph, state, command, env): StepResult => {
  const result = step(graph, frozen(state), frozen(command), env);
  const copy = JSON.parse(JSON.stringify(state)) as State | null;
  const again = step(graph, copy, command, env);
  if (JSON.stringify(again) !== JSON.stringify(result)) {
    throw new Error(`a state read back from JSON goes another way at ${JSON.stringify(command)}`);
  }
  const path = lostInJson(result.state);
  if (path !== null) throw new Error(`JSON does not keep the state's ${path}`);
  return frozen(result);
};

/** Freezes a value to its depths. What is frozen already has been frozen here. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

/** Path of the first part of a value that JSON would drop or change; null when there is none. */
export function lostInJson(value: unknown, path = ''): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? null : path;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value !== 'object') return path;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype) return path;
  for (const [key, part] of Object.entries(value)) {
    const lost = lostInJson(part, `${path}/${key}`);
    if (lost !== null) return lost;
  }
  return null;
}
