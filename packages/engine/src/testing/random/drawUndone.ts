import type { Block } from './Block.ts';
import { drawActivity } from './drawActivity.ts';
import { drawMarked } from './drawBlock.ts';
import type { Drawing, Ends, Spot } from './Drawing.ts';

/** An activity that can be compensated, something in between, and the event that throws its compensation. */
export function drawUndone(
  drawing: Drawing,
  spot: Spot,
  { done, between, named, wait }: Extract<Block, { kind: 'undone' }>,
): Ends {
  const { ends, host, least } = drawActivity(drawing, spot, done);
  const inside = drawMarked(drawing, spot, between);
  const activity = named ? drawing.indexOf(host) : -1;
  const thrown = drawing.node(spot.scope, {
    type: 'intermediateThrowEvent',
    events: [{ kind: 'compensation', activity, wait }],
  });
  // what interrupts it before it has begun leaves no trace in the history of a repeated activity
  const sure = done.undoneBy && wait && done.edges.every(({ interrupting }) => !interrupting);
  if (sure) drawing.laws.push({ law: 'undone', activity: host, thrower: thrown, least });
  drawing.chain(ends.last, inside.first);
  drawing.chain(inside.last, thrown);
  return { first: ends.first, last: thrown };
}
