import type { JsonObject } from '../types/Json.ts';
import type { LiveScope, Walk } from './Walk.ts';

/** The variables that can be seen from a scope: its own and those of the scopes around it, the inner hiding the outer. */
export function visibleVariables(scope: LiveScope): JsonObject {
  if (!scope.parent) return scope.vars;
  const outer = visibleVariables(scope.parent);
  return Object.keys(scope.vars).length === 0 ? outer : { ...outer, ...scope.vars };
}

/**
 * Writes variables from inside `scope`: each into the nearest scope, going outwards, that already has the name, else
 * into the process scope. So a result can be read after its subprocess has ended, and a name that a scope keeps for
 * itself stays its own.
 */
export function writeVariables(walk: Walk, scope: LiveScope, variables: JsonObject): void {
  const names = Object.keys(variables);
  if (names.length === 0) return;
  walk.unsettled.add(scope);
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

function pick(variables: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => key === name));
}
