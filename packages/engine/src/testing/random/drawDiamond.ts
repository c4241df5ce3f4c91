import type { NodeType } from '@dealwright/bpmn';
import type { Block, Split } from './Block.ts';
import { drawBlock, drawMarked } from './drawBlock.ts';
import type { Drawing, Ends, Spot } from './Drawing.ts';
import { DECIDING } from './randomTrigger.ts';

interface Shape {
  readonly split: NodeType;
  readonly join: NodeType;
  readonly taken: 'one' | 'all' | 'some';
}

const SHAPES: Readonly<Record<Split, Shape>> = {
  exclusive: { split: 'exclusiveGateway', join: 'exclusiveGateway', taken: 'one' },
  parallel: { split: 'parallelGateway', join: 'parallelGateway', taken: 'all' },
  inclusive: { split: 'inclusiveGateway', join: 'inclusiveGateway', taken: 'some' },
  complexOpen: { split: 'complexGateway', join: 'complexGateway', taken: 'some' },
  complexAll: { split: 'parallelGateway', join: 'complexGateway', taken: 'all' },
  complexFirst: { split: 'parallelGateway', join: 'complexGateway', taken: 'all' },
  complexSecond: { split: 'parallelGateway', join: 'complexGateway', taken: 'all' },
  implicitInclusive: { split: 'task', join: 'inclusiveGateway', taken: 'some' },
  implicitParallel: { split: 'task', join: 'parallelGateway', taken: 'all' },
};

/** Draws a split, its branches and their join. */
export function drawDiamond(
  drawing: Drawing,
  spot: Spot,
  { split: kind, branches, dropOut }: Extract<Block, { kind: 'diamond' }>,
): Ends {
  const { scope } = spot;
  const shape = SHAPES[kind];
  const split = drawing.node(scope, { type: shape.split });
  const activation = activationOf(kind, branches.length);
  const join = drawing.node(scope, {
    type: shape.join,
    ...(activation === null ? {} : { activationCondition: activation }),
  });
  // once enough have arrived, the others still run: nothing is sure of them before all has come to rest
  const inside: Spot = { scope, when: isEarly(kind) ? 'calm' : spot.when };
  const among = branches.map((branch, at) => {
    const { first, last } =
      branch.kind === 'abort' ? drawBlock(drawing, inside, branch) : drawMarked(drawing, inside, branch);
    drawing.flow(split, first, dropOut && at === 0 ? {} : branch.kind === 'abort' ? RARELY : wayOf(shape, at));
    if (last !== null) drawing.chain(dropOut && at > 0 ? drawDropOut(drawing, scope, last) : last, join);
    return first;
  });
  drawing.laws.push({ law: 'branches', split, among, taken: shape.taken, when: inside.when });
  return { first: split, last: join };
}

/** Most runs are to see more of the model. */
const RARELY = { condition: 'x6 < 2' };

/** A way out before the join. */
function drawDropOut(drawing: Drawing, scope: string | null, last: string): string {
  const choice = drawing.node(scope, { type: 'exclusiveGateway' });
  const end = drawing.node(scope, { type: 'endEvent' });
  drawing.chain(last, choice);
  drawing.flow(choice, end, { condition: 'x1 < 4' });
  const on = drawing.node(scope, { type: 'task' });
  drawing.flow(choice, on, { isDefault: true });
  return on;
}

/** Whether the join lets go before all branches have arrived. */
export function isEarly(kind: Split): boolean {
  return kind === 'complexFirst' || kind === 'complexSecond';
}

function activationOf(kind: Split, branches: number): string | null {
  if (kind === 'complexAll') return `activationCount > ${branches - 1}`;
  if (kind === 'complexSecond') return 'activationCount > 1';
  return kind === 'complexFirst' ? 'activationCount > 0' : null;
}

/** The first branch is the default; each other one hangs on another variable. */
function wayOf({ taken }: Shape, at: number): { readonly condition?: string; readonly isDefault?: true } {
  if (taken === 'all') return {};
  return at === 0 ? { isDefault: true } : { condition: `${DECIDING[at + 2] ?? 'x6'} < ${2 + at * 2}` };
}
