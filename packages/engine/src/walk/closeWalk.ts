import { factsAt } from './NodeFacts.ts';
import type { Effect } from '../types/Effect.ts';
import type { Scope, State, Token } from '../types/State.ts';
import type { StepResult } from '../types/StepResult.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** Folds the working copy back into plain JSON. */
export function closeWalk(walk: Walk): StepResult {
  const tokens: Token[] = [];
  for (const token of walk.tokens) tokens.push(saved(walk, token));
  const scopes: Scope[] = [];
  for (const scope of walk.scopes.values()) scopes.push(savedScope(scope));
  const { v, status, next, outcome } = walk;
  const state: State =
    outcome === null ? { v, status, next, tokens, scopes } : { v, status, next, tokens, scopes, outcome };
  return { state, effects: withoutShortLived(walk.effects), events: walk.events };
}

function savedScope({ id, node, parent, vars, log, resets }: LiveScope): Scope {
  return {
    id,
    node: node.index,
    parent: parent?.id ?? -1,
    vars,
    ...(log.length > 0 ? { log } : null),
    ...(resets && resets.size > 0 ? { resets: Object.fromEntries(resets) } : null),
  };
}

function saved(walk: Walk, { id, node, scope, flow, data }: LiveToken): Token {
  const waitsForOthers = flow >= 0 && (data.gathering === true || factsAt(walk, node).isJoin);
  return {
    id,
    node: node.index,
    scope: scope.id,
    ...(waitsForOthers ? { flow } : null),
    ...(Object.keys(data).length > 0 ? { data: { ...data } } : null),
  };
}

/** Waits that began and ended in the same step were never there for the outside. */
function withoutShortLived(effects: readonly Effect[]): readonly Effect[] {
  if (!effects.some(({ type }) => type === 'release')) return effects;
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
  return dropped.size === 0 ? effects : effects.filter((_, at) => !dropped.has(at));
}
