import { subscribe, subscribesItself } from '../walk/subscribe.ts';
import type { Behaviour } from './Behaviour.ts';

/** Waits for its message. */
export const receiveTask: Behaviour = { waits: ({ node }) => subscribesItself(node), enter: subscribe };
