import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/**
 * The token stands for a repeated activity as a whole: its instances are tokens of their own, in the scope it opens.
 */
export function isLoopBody({ node, data }: LiveToken): boolean {
  return node.loop !== null && data.turn === undefined && data.reopened === undefined && data.on === undefined;
}

/** The scope in which the instances of a repeated activity are, not one that they have opened. */
export function isLoopScope(scope: LiveScope): boolean {
  return scope.owner !== null && isLoopBody(scope.owner);
}

/** The token that stands for an activity as a whole: for one instance of a repeated activity, that of all instances. */
export function wholeOf(token: LiveToken): LiveToken {
  return token.data.turn === undefined ? token : (token.scope.owner ?? token);
}

/**
 * Whether the events on an activity's border are there for a token. The instances of a repeated activity have no border
 * of their own (BPMN 2.0.2, 10.3.8), and one that was completed has none any more: what goes wrong while it is
 * compensated is caught where the compensation was thrown (10.5.4 and 13.5.5).
 */
export function hasBorder({ data }: LiveToken): boolean {
  return data.turn === undefined && data.reopened === undefined;
}

/** Whether a scope's event subprocesses are there: those of a subprocess that was completed are not, see `hasBorder`. */
export function hasHandlers(scope: LiveScope): boolean {
  return !isLoopScope(scope) && scope.owner?.data.reopened === undefined;
}

/**
 * A token that keeps the executor's books and is no visit to its node: a repeated activity as a whole, one that waits
 * for its start quantity, a subprocess that is open again for compensation, a compensation that nothing waits for.
 * History does not tell of it.
 */
export function isBookkeeping(token: LiveToken): boolean {
  const { data } = token;
  return data.gathering === true || data.reopened === true || data.afterwards === 'end' || isLoopBody(token);
}

/** Whether a task, job, subscription, called process or incident stands outside under the token. */
export function standsOutside(walk: Walk, token: LiveToken): boolean {
  if (token.moving) return false;
  if (token.data.stuck !== undefined) return true;
  return !token.beginning && isAnswerable(walk, token);
}

/** Whether the outside owes the token an answer: it waits, and no incident holds it. */
export function isAnswerable(walk: Walk, token: LiveToken): boolean {
  if (token.data.stuck !== undefined || isBookkeeping(token)) return false;
  return walk.behaviourOf(token.node).waits(token);
}
