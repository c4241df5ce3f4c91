import { leave } from '../walk/phases.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/** A task of no kind has nothing to do: the token goes on at once (BPMN 2.0.2, 10.3.3). */
export const task: Behaviour = { waits: noWait, enter: leave };
