import { complete } from '../walk/phases.ts';
import { openScope } from '../walk/scopes.ts';
import { eventStartsOf } from '../walk/watchers.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * An event subprocess is entered when its start event is caught, never by a flow; `enter` is reached only when an
 * incident held it there and is retried.
 */
export const eventSubProcess: Behaviour = {
  waits: noWait,
  opensScope: true,
  enter(walk, token) {
    openScope(
      walk,
      token.node,
      token,
      eventStartsOf(walk, token.node).map((start) => start.index),
    );
  },
  scopeDone: complete,
};
