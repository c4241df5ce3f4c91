import { openEventSubProcess } from '../walk/catchInEventSubProcess.ts';
import { complete } from '../walk/phases.ts';
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
    // exactly one, as BPMN 2.0.2, 10.3.5, has it
    for (const start of eventStartsOf(walk, token.node).slice(0, 1)) openEventSubProcess(walk, token, start);
  },
  scopeDone: complete,
};
