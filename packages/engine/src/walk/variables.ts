import type { JsonObject } from '../types/Json.ts';
import { unsettle } from './unsettle.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** The variables that can be seen from a scope: its own and those of the scopes around it, the inner hiding the outer. */
export function visibleVariables(scope: LiveScope): JsonObject {
  if (!scope.parent) return scope.vars;
  const outer = visibleVariables(scope.parent);
  return Object.keys(scope.vars).length === 0 ? outer : { ...outer, ...scope.vars };
}

/** The variables that can be seen where a token stands: its own over those of its scope. */
export function tokenVariables({ data, scope }: LiveToken): JsonObject {
  return data.local ? { ...visibleVariables(scope), ...data.local } : visibleVariables(scope);
}

/**
 * Writes variables from inside `scope`: each into the nearest scope, going outwards, that already has the name, else
 * into the process scope. So a result can be read after its subprocess has ended, and a name that a scope keeps for
 * itself stays its own.
 */
export function writeVariables(walk: Walk, scope: LiveScope, variables: JsonObject): void {
  const names = Object.keys(variables);
  if (names.length === 0) return;
  unsettle(walk, scope);
  walk.stale = true;
  if (!scope.parent) {
    scope.vars = { ...scope.vars, ...variables };
    return;
  }
  for (const name of names) {
    let home = scope;
    while (home.parent && !Object.hasOwn(home.vars, name)) home = home.parent;
    home.vars = { ...home.vars, ...pick(variables, name) };
  }
}

/** Writes variables from where a token stands: a name that is the token's own stays its own. */
export function writeFrom(walk: Walk, token: LiveToken, variables: JsonObject): void {
  const { local } = token.data;
  if (!local) {
    writeVariables(walk, token.scope, variables);
    return;
  }
  const entries = Object.entries(variables);
  const own = entries.filter(([name]) => Object.hasOwn(local, name));
  if (own.length > 0) token.data.local = { ...local, ...Object.fromEntries(own) };
  const others = entries.filter(([name]) => !Object.hasOwn(local, name));
  writeVariables(walk, token.scope, Object.fromEntries(others));
}

function pick(variables: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => key === name));
}
