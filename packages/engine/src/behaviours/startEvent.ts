import { leave } from '../walk/phases.ts';
import type { Behaviour } from './Behaviour.ts';

/** What starts it has already happened: the token goes on at once. */
export const startEvent: Behaviour = { waits: false, enter: leave };
