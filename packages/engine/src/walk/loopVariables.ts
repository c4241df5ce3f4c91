import type { MultiInstance } from '@dealwright/bpmn';
import type { Json, JsonObject } from '../types/Json.ts';
import type { LoopProgress } from '../types/TokenData.ts';

/** What can be read of a multi-instance activity while it runs (BPMN 2.0.2, table 10.30). */
export function loopVariables({ total, started, completed }: LoopProgress): JsonObject {
  return {
    numberOfInstances: total,
    numberOfActiveInstances: started - completed,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: 0,
  };
}

/**
 * The variables that are one instance's own: its number, its entry of the collection, and a place for its result, so
 * that what it writes there stays its own. Where the result is worked out from a name, it begins with what `visible`
 * has of it: the name may be one of the process's.
 */
export function turnVariables(
  loop: MultiInstance | null,
  turn: number,
  item: Json | undefined,
  visible: JsonObject,
): JsonObject {
  const [result] = /^[\p{ID_Start}_][\p{ID_Continue}]*/u.exec(loop?.outputItem ?? '') ?? [];
  const isPlace = result !== undefined && result !== loop?.inputItem && !OF_THE_LOOP.has(result);
  const begins = isPath(loop?.outputItem ?? '') ? null : (visible[result ?? ''] ?? null);
  return {
    ...(isPlace ? { [result]: begins } : {}),
    loopCounter: turn,
    ...(loop?.inputItem && item !== undefined ? { [loop.inputItem]: item } : {}),
  };
}

const OF_THE_LOOP: ReadonlySet<string> = new Set([
  'loopCounter',
  'numberOfInstances',
  'numberOfActiveInstances',
  'numberOfCompletedInstances',
  'numberOfTerminatedInstances',
]);

/** The result is what the instance writes, as it stands. */
function isPath(expression: string): boolean {
  return /^[\p{ID_Continue}.\s]+$/u.test(expression);
}
