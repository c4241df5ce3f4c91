import type { EventDefinition } from '@dealwright/bpmn';
import type { Block } from './Block.ts';
import { drawActivity } from './drawActivity.ts';
import { drawDiamond } from './drawDiamond.ts';
import type { Drawing, Ends, Spot } from './Drawing.ts';
import { drawUndone } from './drawUndone.ts';

/** Draws a part at a spot. */
export function drawBlock(drawing: Drawing, spot: Spot, block: Block): Ends {
  const { scope } = spot;
  switch (block.kind) {
    case 'sequence':
      return drawSequence(drawing, spot, block.blocks);
    case 'diamond':
      return drawDiamond(drawing, spot, block);
    case 'race':
      return drawRace(drawing, spot, block);
    case 'rounds':
      return drawRounds(drawing, spot, block.body);
    case 'many':
      return drawMany(drawing, spot, block);
    case 'link':
      return drawLink(drawing, spot, block.throwers);
    case 'catch': {
      const { events, parallel: parallelMultiple } = block.trigger;
      return single(drawing.node(scope, { type: 'intermediateCatchEvent', events, parallelMultiple }));
    }
    case 'throw':
      return single(drawing.node(scope, { type: 'intermediateThrowEvent', events: THROWN[block.what] }));
    case 'undone':
      return drawUndone(drawing, spot, block);
    case 'abort': {
      const end = drawing.node(scope, { type: 'endEvent', events: ABORTS[block.how] });
      return { first: end, last: null };
    }
    case 'activity':
      return drawActivity(drawing, spot, block).ends;
  }
}

function single(id: string): Ends {
  return { first: id, last: id };
}

const THROWN: Readonly<Record<Extract<Block, { kind: 'throw' }>['what'], readonly EventDefinition[]>> = {
  none: [],
  message: [{ kind: 'message', name: 'm1', correlation: null }],
  signal: [{ kind: 'signal', name: 's2' }],
  escalation: [{ kind: 'escalation', code: 'X1' }],
};

const ABORTS: Readonly<Record<Extract<Block, { kind: 'abort' }>['how'], readonly EventDefinition[]>> = {
  error: [{ kind: 'error', code: 'E1' }],
  terminate: [{ kind: 'terminate' }],
  cancel: [{ kind: 'cancel' }],
};

function drawSequence(drawing: Drawing, spot: Spot, blocks: readonly Block[]): Ends {
  const drawn = blocks.map((block) => drawMarked(drawing, spot, block));
  for (const [at, ends] of drawn.entries()) if (at > 0) drawing.chain(drawn[at - 1]?.last ?? '', ends.first);
  return { first: drawn[0]?.first ?? '', last: drawn.at(-1)?.last ?? null };
}

/** A part between two tasks that mark how often it was begun and done. */
export function drawMarked(
  drawing: Drawing,
  spot: Spot,
  block: Block,
): { readonly first: string; readonly last: string } {
  const first = drawing.node(spot.scope, { type: 'task' });
  const inside = drawBlock(drawing, spot, block);
  const last = drawing.node(spot.scope, { type: 'task' });
  drawing.chain(first, inside.first);
  if (inside.last !== null) drawing.chain(inside.last, last);
  drawing.laws.push({ law: 'pair', entry: first, exit: last, when: spot.when });
  return { first, last };
}

function drawRace(drawing: Drawing, spot: Spot, { lanes }: Extract<Block, { kind: 'race' }>): Ends {
  const { scope, when } = spot;
  const gateway = drawing.node(scope, { type: 'eventBasedGateway' });
  const merge = drawing.node(scope, { type: 'exclusiveGateway' });
  const among = lanes.map(({ trigger, task, body }) => {
    const { events, parallel: parallelMultiple } = trigger;
    const type = task ? 'receiveTask' : 'intermediateCatchEvent';
    const caught = drawing.node(scope, { type, events, parallelMultiple });
    const { first, last } = drawBlock(drawing, spot, body);
    drawing.chain(gateway, caught, first);
    if (last !== null) drawing.chain(last, merge);
    return caught;
  });
  drawing.laws.push({ law: 'branches', split: gateway, among, taken: 'one', when });
  return { first: gateway, last: merge };
}

/** Each round raises the variable that decides whether there is another. */
function drawRounds(drawing: Drawing, spot: Spot, body: Block): Ends {
  const { scope } = spot;
  const merge = drawing.node(scope, { type: 'exclusiveGateway' });
  const inside = drawMarked(drawing, spot, body);
  const script = { language: 'feel', source: 'x2 + 1', resultVariable: 'x2' };
  const raise = drawing.node(scope, { type: 'scriptTask', script });
  const again = drawing.node(scope, { type: 'exclusiveGateway' });
  const out = drawing.node(scope, { type: 'task' });
  drawing.chain(merge, inside.first);
  drawing.chain(inside.last, raise, again);
  drawing.flow(again, merge, { condition: 'x2 < 4' });
  drawing.flow(again, out, { isDefault: true });
  return { first: merge, last: out };
}

function drawMany(drawing: Drawing, spot: Spot, { quantity, body }: Extract<Block, { kind: 'many' }>): Ends {
  const { scope, when } = spot;
  const entry = drawing.node(scope, { type: 'task', completionQuantity: quantity });
  const inside = drawMarked(drawing, spot, body);
  const exit = drawing.node(scope, { type: 'task', startQuantity: quantity });
  drawing.chain(entry, inside.first);
  drawing.chain(inside.last, exit);
  drawing.laws.push({ law: 'pair', entry, exit, when });
  drawing.laws.push({ law: 'times', node: inside.last, before: entry, after: exit, least: quantity, most: quantity });
  return { first: entry, last: exit };
}

function drawLink(drawing: Drawing, { scope }: Spot, throwers: number): Ends {
  const events = [{ kind: 'link', name: 'there' }] as const;
  const caught = drawing.node(scope, { type: 'intermediateCatchEvent', events });
  drawing.amend(caught, { events: [{ kind: 'link', name: caught }] });
  const thrown = Array.from({ length: throwers }, () =>
    drawing.node(scope, {
      type: 'intermediateThrowEvent',
      events: [{ kind: 'link', name: caught }],
      linkTarget: caught,
    }),
  );
  const [first = '', second] = thrown;
  if (second === undefined) return { first, last: caught };
  const split = drawing.node(scope, { type: 'exclusiveGateway' });
  drawing.flow(split, first, { condition: 'x1 < 5' });
  drawing.flow(split, second, { isDefault: true });
  return { first: split, last: caught };
}
