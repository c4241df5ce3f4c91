import type { JsonObject, Scope, State } from '@dealwright/engine';

/** What can be read in a scope: its own variables over those of the scopes around it. */
export function visibleVariables(state: State, scopeId: number): JsonObject {
  const byId = new Map(state.scopes.map((scope) => [scope.id, scope]));
  const layers: JsonObject[] = [];
  for (let scope: Scope | undefined = byId.get(scopeId); scope; scope = byId.get(scope.parent))
    layers.unshift(scope.vars);
  return Object.assign({}, ...layers) as JsonObject;
}

/** What can be read where a token stands: its own variables (an entry of a collection, mapped input) over its scope's. */
export function tokenVariables(state: State, tokenId: number): JsonObject {
  const token = state.tokens.find((one) => one.id === tokenId);
  return { ...visibleVariables(state, token?.scope ?? 0), ...token?.data?.local };
}

/** The variables of the process itself. */
export function processVariables(state: State): JsonObject {
  return state.scopes.find((scope) => scope.parent === -1)?.vars ?? {};
}
