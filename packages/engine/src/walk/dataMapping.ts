import type { Mapping } from '@dealwright/bpmn';
import type { Json, JsonObject } from '../types/Json.ts';
import { evaluateOver } from './evaluate.ts';
import { tokenVariables } from './variables.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Gives a token the variables that its node's input mapping makes for it. Throws an `Incident` when one fails. */
export function takeInputs(walk: Walk, token: LiveToken): void {
  const { inputs } = token.node;
  if (inputs.length === 0) return;
  token.data.local = { ...token.data.local, ...mapped(walk, inputs, tokenVariables(token)) };
}

/**
 * What a node's result writes: its output mapping over what is visible and the result, and the result itself when it
 * maps nothing or `passes` says so. Throws an `Incident` when a mapping fails.
 *
 * @param node whose mapping it is, when not that of the node at which the token stands
 */
export function giveOutputs(walk: Walk, token: LiveToken, result: JsonObject, node = token.node): JsonObject {
  const { outputs, passes } = node;
  const whole = (passes?.out ?? outputs.length === 0) ? result : {};
  return outputs.length === 0 ? whole : { ...whole, ...mapped(walk, outputs, { ...tokenVariables(token), ...result }) };
}

/** Each mapping sees what those before it have made. */
function mapped(walk: Walk, mappings: readonly Mapping[], over: JsonObject): JsonObject {
  let made: JsonObject = {};
  for (const mapping of mappings) {
    const seen = { ...over, ...made };
    const value: Json =
      'from' in mapping
        ? Object.hasOwn(seen, mapping.from)
          ? (seen[mapping.from] ?? null)
          : null
        : evaluateOver(walk, mapping.value, seen);
    made = { ...made, [mapping.name]: value };
  }
  return made;
}
