import type { InstanceRecord } from '../execution/Execution.ts';
import type { DrawingIndex } from './DrawingIndex.ts';
import { Counter, type Tallies } from './Tally.ts';

/**
 * Counts what the executor did: `enter`, `leave` and `cancel` of nodes; a flow is entered and left when it is taken;
 * a process is entered by each instance, and over when the instance is. A token that took a flow and never entered what
 * it leads to was taken away on the way; see `tallyFixture`.
 */
export function tallyInstances(instances: readonly InstanceRecord[], drawing: DrawingIndex): Tallies {
  const counter = new Counter();
  for (const { processId, status, events } of instances) {
    counter.add(processId, 'entered');
    if (status !== 'active') counter.add(processId, 'left');
    const arrived = new Set(events.flatMap(({ type, token }) => (type === 'enter' ? [token] : [])));
    for (const { type, element, token } of events) {
      const target = type === 'take' && !arrived.has(token) ? drawing.targetOf(element) : null;
      if (target !== null) counter.lost(target);
      if (type === 'enter' || type === 'take') counter.add(element, 'entered');
      if (type === 'leave' || type === 'take') counter.add(element, 'left');
      if (type === 'cancel') counter.add(element, 'ended');
    }
  }
  return counter.tallies;
}
