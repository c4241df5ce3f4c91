import type { LiveScope, Walk } from './Walk.ts';

/** The joins of a scope have to be judged: a token has moved or died in it, or what they look at has changed. */
export function unsettle(walk: Walk, scope: LiveScope): void {
  if (scope.isUnsettled) return;
  scope.isUnsettled = true;
  walk.unsettled.add(scope);
}

/** The joins of a scope have been judged, or are gone with it. */
export function settled(walk: Walk, scope: LiveScope): void {
  scope.isUnsettled = false;
  walk.unsettled.delete(scope);
}
