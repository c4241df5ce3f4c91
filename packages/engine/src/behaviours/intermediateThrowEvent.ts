import { throwCompensation } from '../walk/compensate.ts';
import { Incident } from '../walk/Incident.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { leave } from '../walk/phases.ts';
import { raiseEscalation } from '../walk/raiseEscalation.ts';
import { record } from '../walk/record.ts';
import { throwMessage } from '../walk/throwMessage.ts';
import { throwSignal } from '../walk/throwSignal.ts';
import { removeToken, sendToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Throws what it is drawn with, messages and signals first, and goes on, if what it throws has not ended its own scope;
 * a compensation is waited for. A link throw goes on at its catch event; a none event just goes on.
 */
export const intermediateThrowEvent: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { events } = token.node;
    if (events.length === 0) {
      leave(walk, token);
      return;
    }
    if (events.some((event) => event.kind === 'link')) {
      jump(walk, token);
      return;
    }
    throwMessage(walk, token);
    throwSignal(walk, token);
    if (token.dead) return;
    for (const event of events) if (event.kind === 'escalation') raiseEscalation(walk, token, event.code ?? '');
    if (token.dead) return;
    const compensation = events.find((event) => event.kind === 'compensation');
    if (compensation && throwCompensation(walk, token, compensation)) return;
    leave(walk, token);
  },
};

function jump(walk: Walk, token: LiveToken): void {
  const { linkTarget, name, id } = token.node;
  if (linkTarget < 0) {
    throw new Incident('link-missing', {
      en: `"${name || id}" is a link that leads nowhere.`,
      zh: `“${name || id}”是没有目标的链接。`,
    });
  }
  record(walk, 'leave', token);
  sendToken(walk, nodeAt(walk.graph, linkTarget), token.scope);
  removeToken(walk, token);
}
