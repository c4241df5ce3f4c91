import type { DrawingIndex } from './DrawingIndex.ts';
import { Counter, type Tallies } from './Tally.ts';

/**
 * Counts a trace of token-simulation. Each line is `action:element:scope`. For the simulator every element that is
 * reached gets a scope of its own, nodes, flows and processes alike:
 *
 * - `createScope:E:parent` – E is reached: it counts as entered. (`enter:E:parent` follows for what a token runs into
 *   and `signal:E:own` for what is triggered: start events, caught events; neither tells anything new.)
 * - `exit:E:own` – E is done, `destroyScope:E:own` – its scope is gone. A scope that is destroyed without an exit was
 *   taken away: its token was merged at a join, or cancelled. A completed subprocess that may still be compensated
 *   keeps its scope, and exits a second time when it is compensated; so each scope counts once.
 *
 * A token that is taken away on a flow counts as taken away where the flow leads to: whether it had arrived is a matter
 * of the order in which tokens move.
 */
export function tallyFixture(lines: readonly string[], drawing: DrawingIndex): Tallies {
  const counter = new Counter();
  const over = new Set<string>();
  for (const line of lines) {
    const [action, element, scope] = partsOf(line);
    if (action === 'createScope') counter.add(element, 'entered');
    if (action !== 'exit' && action !== 'destroyScope') continue;
    const key = `${element}:${scope}`;
    if (over.has(key)) continue;
    over.add(key);
    const target = drawing.targetOf(element);
    counter.add(element, action === 'exit' || target !== null ? 'left' : 'ended');
    if (action === 'destroyScope' && target !== null) counter.lost(target);
  }
  return counter.tallies;
}

function partsOf(line: string): readonly [action: string, element: string, scope: string] {
  const first = line.indexOf(':');
  const last = line.lastIndexOf(':');
  return [line.slice(0, first), line.slice(first + 1, last), line.slice(last + 1)];
}
