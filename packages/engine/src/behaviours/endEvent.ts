import { Incident } from '../walk/Incident.ts';
import { leave } from '../walk/phases.ts';
import { raiseError } from '../walk/raiseError.ts';
import { record } from '../walk/record.ts';
import { terminateScope } from '../walk/scopes.ts';
import { throwMessage } from '../walk/throwMessage.ts';
import { throwSignal } from '../walk/throwSignal.ts';
import { removeToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import type { Behaviour } from './Behaviour.ts';

/** Throws its result and consumes the token (BPMN 2.0.2, 10.5.3). */
export const endEvent: Behaviour = {
  waits: false,
  enter(walk, token) {
    const kinds = new Set(token.node.events.map((event) => event.kind));
    refuseUnknown(token);
    throwMessage(walk, token);
    throwSignal(walk, token);
    if (token.node.business.outcome !== null) walk.outcome = token.node.business.outcome;
    if (kinds.has('error')) endWithError(walk, token);
    else if (kinds.has('terminate')) terminate(walk, token);
    else leave(walk, token);
  },
};

const KINDS: ReadonlySet<string> = new Set(['message', 'signal', 'error', 'terminate']);

function refuseUnknown(token: LiveToken): void {
  const unknown = token.node.events.find((event) => !KINDS.has(event.kind));
  if (!unknown) return;
  const name = token.node.name || token.node.id;
  throw new Incident('event-not-supported', {
    en: `"${name}" ends with an event (${unknown.kind}) that can't be executed yet.`,
    zh: `“${name}”的结束事件类型（${unknown.kind}）暂不支持执行。`,
  });
}

function endWithError(walk: Walk, token: LiveToken): void {
  const error = token.node.events.find((event) => event.kind === 'error');
  record(walk, 'leave', token);
  removeToken(walk, token);
  raiseError(walk, token, error?.code ?? '', token.node.name);
}

function terminate(walk: Walk, token: LiveToken): void {
  record(walk, 'leave', token);
  removeToken(walk, token);
  terminateScope(walk, token.scope);
}
