import { leave } from '../walk/phases.ts';
import { subscribe } from '../walk/subscribe.ts';
import type { Behaviour } from './Behaviour.ts';

/** Waits for its message, timer or signal; a link's catch event is only where the token goes on. */
export const intermediateCatchEvent: Behaviour = {
  waits: true,
  enter(walk, token) {
    if (token.node.events.some((event) => event.kind === 'link')) leave(walk, token);
    else subscribe(walk, token);
  },
};
