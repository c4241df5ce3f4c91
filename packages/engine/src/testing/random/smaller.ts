import type { Activity, AdHocWork, Block, Edge, Handler, ProcessTree, ScopeTree, Work } from './Block.ts';

const PLAIN: Activity = {
  kind: 'activity',
  work: { type: 'userTask' },
  loop: null,
  edges: [],
  mapped: false,
  undoneBy: null,
};

/** Trees that are like the one given but for one part less, or a simpler one; the greatest steps first. */
export function smallerTrees(tree: ProcessTree): ProcessTree[] {
  return [
    ...smallerScopes(tree.scope).map((scope) => ({ ...tree, scope })),
    ...tree.called.flatMap((called, at) =>
      smallerScopes(called).map((scope) => ({ ...tree, called: tree.called.with(at, scope) })),
    ),
    ...(tree.start === 'one' ? [] : [{ ...tree, start: 'one' as const }]),
  ];
}

function smallerScopes(scope: ScopeTree): ScopeTree[] {
  return [
    ...smallerBlocks(scope.body).map((body) => ({ ...scope, body })),
    ...without(scope.handlers).map((handlers) => ({ ...scope, handlers })),
    ...scope.handlers.flatMap((handler, at) =>
      smallerHandlers(handler).map((smaller) => ({ ...scope, handlers: scope.handlers.with(at, smaller) })),
    ),
    ...(scope.end === 'none' ? [] : [{ ...scope, end: 'none' as const }]),
    ...(scope.implicit ? [{ ...scope, implicit: false }] : []),
  ];
}

function smallerHandlers<T extends Handler | Edge>(handler: T): T[] {
  return smallerBlocks(handler.body).map((body) => ({ ...handler, body }));
}

/** What ends a scope stays a branch of its diamond, or goes. */
function smallerBlocks(block: Block): Block[] {
  if (block.kind === 'abort') return [];
  const isPlain = JSON.stringify(block) === JSON.stringify(PLAIN);
  return [...(isPlain ? [] : [PLAIN]), ...partsOf(block), ...reduced(block)];
}

function partsOf(block: Block): Block[] {
  switch (block.kind) {
    case 'sequence':
      return [...block.blocks];
    case 'diamond':
      return block.branches.filter(({ kind }) => kind !== 'abort');
    case 'race':
      return block.lanes.map(({ body }) => body);
    case 'rounds':
    case 'many':
      return [block.body];
    case 'undone':
      return [block.done, block.between];
    default:
      return [];
  }
}

function reduced(block: Block): Block[] {
  switch (block.kind) {
    case 'sequence':
      return lists(block.blocks, 1, smallerBlocks).map((blocks) => ({ ...block, blocks }));
    case 'diamond':
      return lists(block.branches, 2, smallerBlocks)
        .filter((branches) => branches.some(({ kind }) => kind !== 'abort'))
        .map((branches): Block => ({ ...block, branches }))
        .concat(block.dropOut ? [{ ...block, dropOut: false }] : []);
    case 'race':
      return lists(block.lanes, 2, (lane) => smallerBlocks(lane.body).map((body) => ({ ...lane, body }))).map(
        (lanes) => ({ ...block, lanes }),
      );
    case 'rounds':
    case 'many':
      return smallerBlocks(block.body).map((body) => ({ ...block, body }));
    case 'undone':
      return [
        ...smallerBlocks(block.between).map((between) => ({ ...block, between })),
        ...smallerActivities(block.done).map((done) => ({ ...block, done })),
      ];
    case 'activity':
      return smallerActivities(block);
    default:
      return [];
  }
}

function smallerActivities(activity: Activity): Activity[] {
  // a transaction that may be cancelled needs its cancel event
  const needed = (edge: Edge): boolean => edge.trigger.events.some(({ kind }) => kind === 'cancel');
  return [
    ...(activity.loop ? [{ ...activity, loop: null }] : []),
    ...(activity.mapped ? [{ ...activity, mapped: false }] : []),
    ...(activity.undoneBy ? [{ ...activity, undoneBy: null }] : []),
    ...smallerWork(activity.work).map((work) => ({ ...activity, work })),
    ...without(activity.edges)
      .filter((edges) => edges.some(needed) === activity.edges.some(needed))
      .map((edges) => ({ ...activity, edges })),
    ...activity.edges.flatMap((edge, at) =>
      smallerHandlers(edge).map((smaller) => ({ ...activity, edges: activity.edges.with(at, smaller) })),
    ),
  ];
}

function smallerWork(work: Work): Work[] {
  switch (work.type) {
    case 'subProcess':
    case 'transaction':
      return [
        ...(work.type === 'subProcess' ? [{ type: 'userTask' } as const] : []),
        ...smallerScopes(work.scope).map((scope) => ({ ...work, scope })),
      ];
    case 'adHocSubProcess':
      return lists(work.inside, 1, smallerAdHocWork).map((inside) => ({ ...work, inside }));
    default:
      return [];
  }
}

function smallerAdHocWork(work: AdHocWork): AdHocWork[] {
  if (work.type !== 'subProcess') return [];
  return [{ type: 'userTask' }, ...smallerScopes(work.scope).map((scope) => ({ ...work, scope }))];
}

/** A list without one of its entries, or with a smaller one; it keeps `least` entries. */
function lists<T>(list: readonly T[], least: number, smaller: (entry: T) => T[]): (readonly T[])[] {
  return [
    ...(list.length > least ? without(list) : []),
    ...list.flatMap((entry, at) => smaller(entry).map((other) => list.with(at, other))),
  ];
}

function without<T>(list: readonly T[]): (readonly T[])[] {
  return list.map((_, at) => list.toSpliced(at, 1));
}
