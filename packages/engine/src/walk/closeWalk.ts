import { isJoin } from './isJoin.ts';
import type { Effect } from '../types/Effect.ts';
import type { Scope, State, Token } from '../types/State.ts';
import type { StepResult } from '../types/StepResult.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** Folds the working copy back into plain JSON. */
export function closeWalk(walk: Walk): StepResult {
  const tokens: Token[] = [];
  for (const token of walk.tokens.values()) tokens.push(saved(token));
  const scopes: Scope[] = [];
  for (const scope of walk.scopes.values()) {
    scopes.push(savedScope(scope));
  }
  const state: State = {
    v: walk.v,
    status: walk.status,
    next: walk.next,
    tokens,
    scopes,
    ...(walk.outcome === null ? {} : { outcome: walk.outcome }),
  };
  return { state, effects: withoutShortLived(walk.effects), events: walk.events };
}

function savedScope({ id, node, parent, vars, log, resets }: LiveScope): Scope {
  return {
    id,
    node: node.index,
    parent: parent?.id ?? -1,
    vars,
    ...(log.length > 0 ? { log } : {}),
    ...(resets.size > 0 ? { resets: Object.fromEntries(resets) } : {}),
  };
}

function saved(token: LiveToken): Token {
  return {
    id: token.id,
    node: token.node.index,
    scope: token.scope.id,
    ...(token.flow >= 0 && (isJoin(token.node) || token.data.gathering) ? { flow: token.flow } : {}),
    ...(Object.keys(token.data).length > 0 ? { data: { ...token.data } } : {}),
  };
}

/** Waits that began and ended in the same step were never there for the outside. */
function withoutShortLived(effects: readonly Effect[]): Effect[] {
  const began = new Map<number, number>();
  const dropped = new Set<number>();
  effects.forEach((effect, at) => {
    if (!('token' in effect)) return;
    if (effect.type !== 'release') {
      began.set(effect.token, at);
      return;
    }
    const beginning = began.get(effect.token);
    if (beginning === undefined) return;
    dropped.add(beginning).add(at);
    began.delete(effect.token);
  });
  return dropped.size === 0 ? [...effects] : effects.filter((_, at) => !dropped.has(at));
}
