import { leave } from '../walk/phases.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Boundary events are armed with their activity and caught by `triggerWatcher` and `raiseError`; a token stands here
 * only on its way out, or when an incident held it there and is retried.
 */
export const boundaryEvent: Behaviour = { waits: noWait, enter: leave };
