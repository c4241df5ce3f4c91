import { cancelTransaction, transactionAround } from '../walk/cancelTransaction.ts';
import { throwCompensation } from '../walk/compensate.ts';
import { Incident } from '../walk/Incident.ts';
import { leave } from '../walk/phases.ts';
import { raiseError } from '../walk/raiseError.ts';
import { raiseEscalation } from '../walk/raiseEscalation.ts';
import { record } from '../walk/record.ts';
import { terminateScope } from '../walk/scopes.ts';
import { throwMessage } from '../walk/throwMessage.ts';
import { throwSignal } from '../walk/throwSignal.ts';
import { removeToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Throws its results and consumes the token (BPMN 2.0.2, 10.5.3). Of several, messages and signals go first, then
 * escalations, then compensation, and what ends the scope comes last.
 */
export const endEvent: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { events, business } = token.node;
    if (events.length === 0) {
      if (business.outcome !== null) walk.outcome = business.outcome;
      leave(walk, token);
      return;
    }
    if (events.some((event) => event.kind === 'cancel')) requireTransaction(token);
    throwMessage(walk, token);
    throwSignal(walk, token);
    if (token.dead) return;
    if (business.outcome !== null) walk.outcome = business.outcome;
    for (const event of events) if (event.kind === 'escalation') raiseEscalation(walk, token, event.code ?? '');
    if (token.dead) return;
    const compensation = events.find((event) => event.kind === 'compensation');
    if (!compensation || !throwCompensation(walk, token, compensation)) endScope(walk, token);
  },
  compensated: endScope,
};

/** What ends more than the token comes when all else has been thrown, and undone. */
function endScope(walk: Walk, token: LiveToken): void {
  const { events } = token.node;
  const error = events.find((event) => event.kind === 'error');
  const transaction = events.some((event) => event.kind === 'cancel') ? transactionAround(token) : null;
  if (error) {
    consume(walk, token);
    raiseError(walk, token, error.code ?? '', token.node.name);
  } else if (events.some((event) => event.kind === 'terminate')) {
    consume(walk, token);
    terminateScope(walk, token.scope);
  } else if (transaction) {
    consume(walk, token);
    cancelTransaction(walk, transaction);
  } else leave(walk, token);
}

function consume(walk: Walk, token: LiveToken): void {
  record(walk, 'leave', token);
  removeToken(walk, token);
}

function requireTransaction(token: LiveToken): void {
  if (transactionAround(token)) return;
  const name = token.node.name || token.node.id;
  throw new Incident('cancel-outside-transaction', {
    en: `"${name}" cancels a transaction, but stands in none.`,
    zh: `“${name}”用于取消事务，但不在任何事务中。`,
  });
}
