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

/** The variables that are one instance's own: its number, its entry of the collection, and a place for its result. */
export function turnVariables(loop: MultiInstance | null, turn: number, item: Json | undefined): JsonObject {
  const result = /^[\p{ID_Start}_][\p{ID_Continue}]*/u.exec(loop?.outputItem ?? '')?.[0];
  return {
    loopCounter: turn,
    ...(loop && result !== undefined && result !== loop.inputItem ? { [result]: null } : {}),
    ...(loop?.inputItem && item !== undefined ? { [loop.inputItem]: item } : {}),
  };
}
