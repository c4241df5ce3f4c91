import { Incident } from '../walk/Incident.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { leave } from '../walk/phases.ts';
import { record } from '../walk/record.ts';
import { throwMessage } from '../walk/throwMessage.ts';
import { throwSignal } from '../walk/throwSignal.ts';
import { removeToken, sendToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import type { Behaviour } from './Behaviour.ts';

/** Throws its message or signal and goes on; a link throw goes on at its catch event; a none event just goes on. */
export const intermediateThrowEvent: Behaviour = {
  waits: false,
  enter(walk, token) {
    const kinds = new Set(token.node.events.map((event) => event.kind));
    if (kinds.has('link')) {
      jump(walk, token);
      return;
    }
    const unknown = [...kinds].find((kind) => kind !== 'message' && kind !== 'signal');
    if (unknown) throw notSupported(token, unknown);
    throwMessage(walk, token);
    throwSignal(walk, token);
    leave(walk, token);
  },
};

function jump(walk: Walk, token: LiveToken): void {
  const { linkTarget } = token.node;
  if (linkTarget < 0) throw notSupported(token, 'link');
  record(walk, 'leave', token);
  sendToken(walk, nodeAt(walk.graph, linkTarget), token.scope);
  removeToken(walk, token);
}

function notSupported(token: LiveToken, kind: string): Incident {
  const name = token.node.name || token.node.id;
  return new Incident('event-not-supported', {
    en: `"${name}" throws an event (${kind}) that can't be executed.`,
    zh: `“${name}”抛出的事件（${kind}）无法执行。`,
  });
}
