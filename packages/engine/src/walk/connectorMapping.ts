import type { Json, JsonObject } from '../types/Json.ts';
import { evaluateOver } from './evaluate.ts';
import { tokenVariables } from './variables.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** A connector's input: each `dw:input` evaluated over the visible variables; all of them when it maps nothing. */
export function connectorInput(walk: Walk, token: LiveToken): JsonObject {
  const visible = tokenVariables(token);
  const inputs = token.node.business.connector?.inputs ?? [];
  return inputs.length === 0 ? visible : mapped(walk, inputs, visible);
}

/** What a connector's result writes: each `dw:output` evaluated over `result`; the whole result when it maps nothing. */
export function connectorOutput(walk: Walk, token: LiveToken, result: JsonObject): JsonObject {
  const outputs = token.node.business.connector?.outputs ?? [];
  return outputs.length === 0 ? result : mapped(walk, outputs, { result });
}

function mapped(
  walk: Walk,
  mappings: readonly { readonly name: string; readonly value: string }[],
  over: JsonObject,
): JsonObject {
  return Object.fromEntries(
    mappings.map(({ name, value }): [string, Json] => {
      const expression = value.startsWith('=') ? value.slice(1) : value;
      return [name, evaluateOver(walk, expression, over)];
    }),
  );
}
