import type { JsonObject, State } from '@dealwright/engine';

/** The variables that a token sees: its scope's over those of every enclosing one. Empty when the token has gone. */
export function visibleVariables(state: State, tokenId: number): JsonObject {
  const token = state.tokens.find((one) => one.id === tokenId);
  const chain: JsonObject[] = [];
  let scope = state.scopes.find((one) => one.id === token?.scope);
  while (scope) {
    chain.unshift(scope.vars);
    const parent = scope.parent;
    scope = state.scopes.find((one) => one.id === parent);
  }
  return Object.assign({}, ...chain) as JsonObject;
}
