import { leave } from '../walk/phases.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/** What starts it has already happened: the token goes on at once. */
export const startEvent: Behaviour = { waits: noWait, enter: leave };
