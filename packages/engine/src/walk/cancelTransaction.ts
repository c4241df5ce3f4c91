import { beginCompensation, takeAll } from './compensate.ts';
import { cancelToken, emptyScope } from './scopes.ts';
import { wholeOf } from './tokenKinds.ts';
import { disarm } from './watchers.ts';
import type { LiveScope, LiveToken, Walk } from './Walk.ts';

/** The transaction that encloses a token's scope, or null. */
export function transactionAround(token: LiveToken): LiveScope | null {
  for (let scope: LiveScope | null = token.scope; scope; scope = scope.parent) {
    if (scope.node.type === 'transaction' && scope.owner) return scope;
  }
  return null;
}

/**
 * A transaction is cancelled (BPMN 2.0.2, 10.7.2 and 13.3.5): what still runs in it is ended, what was completed is
 * compensated, and then it is left by its cancel boundary event. Its other boundary events are withdrawn: it is
 * already being left. Where it is one instance of a repeated activity, the activity as a whole is left, whose border it
 * is: the other instances that run are ended.
 */
export function cancelTransaction(walk: Walk, transaction: LiveScope): void {
  const { owner } = transaction;
  if (!owner) return;
  emptyScope(walk, transaction);
  const whole = wholeOf(owner);
  disarm(walk, whole);
  if (whole !== owner) for (const other of owner.scope.live) if (other !== owner) cancelToken(walk, other);
  beginCompensation(walk, owner, takeAll(transaction), 'cancel');
}
