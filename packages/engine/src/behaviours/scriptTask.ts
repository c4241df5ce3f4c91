import { runScript } from '../walk/evaluate.ts';
import type { Json, JsonObject } from '../types/Json.ts';
import { complete, leave } from '../walk/phases.ts';
import type { Behaviour } from './Behaviour.ts';

/**
 * Runs its script over the visible variables. The result goes into the result variable; without one, the entries of a
 * result that is an object become variables, and any other result is dropped. A task without script does nothing.
 */
export const scriptTask: Behaviour = {
  waits: false,
  enter(walk, token) {
    const { script } = token.node;
    if (!script) {
      leave(walk, token);
      return;
    }
    const result = runScript(walk, script.language, script.source, token.scope);
    complete(walk, token, asVariables(result, script.resultVariable));
  },
};

function asVariables(result: Json, resultVariable: string): JsonObject {
  if (resultVariable !== '') return { [resultVariable]: result };
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? (result as JsonObject) : {};
}
