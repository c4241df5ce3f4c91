import { leave } from '../walk/phases.ts';
import { subscribe, subscribesItself } from '../walk/subscribe.ts';
import type { Behaviour } from './Behaviour.ts';

/**
 * Waits for its message, timer, signal or condition, or for one or all of several; a link's catch event is only where
 * the token goes on.
 */
export const intermediateCatchEvent: Behaviour = {
  waits: ({ node }) => subscribesItself(node),
  enter(walk, token) {
    if (token.node.events.some((event) => event.kind === 'link')) leave(walk, token);
    else subscribe(walk, token);
  },
};
