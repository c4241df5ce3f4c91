import type { NodeSketch } from '../graphOf.ts';
import type { Activity, Edge, Loop, SimpleTask, Work } from './Block.ts';
import { drawMarked } from './drawBlock.ts';
import type { Drawing, Ends, Spot } from './Drawing.ts';
import { drawScope } from './drawScope.ts';
import { calledId } from './drawTree.ts';

type Sketch = Exclude<NodeSketch, string>;

interface DrawnActivity {
  readonly ends: Ends & { readonly last: string };
  /** the activity itself */
  readonly host: string;
  /** how often it is done at least, each time that it is not interrupted */
  readonly least: number;
}

/** Draws an activity with its border. */
export function drawActivity(drawing: Drawing, spot: Spot, activity: Activity): DrawnActivity {
  const { scope, when } = spot;
  const { work, loop, edges, mapped, undoneBy } = activity;
  const before = drawing.node(scope, { type: 'task' });
  const host = drawing.node(scope, workSketch(work));
  const after = drawing.node(scope, { type: 'task' });
  drawing.chain(before, host, after);
  if (mapped) drawing.amend(host, MAPPING);
  drawInside(drawing, host, work, loop, { before, after });
  const times = loop ? drawLoop(drawing, host, loop, after) : 1;
  drawing.laws.push({ law: 'times', node: host, before, after, least: times, most: times });
  if (undoneBy) drawHandler(drawing, spot, host, undoneBy);
  const last = drawEdges(drawing, spot, { host, before, after }, edges);
  drawing.laws.push({ law: 'pair', entry: before, exit: last, when });
  return { ends: { first: before, last }, host, least: times };
}

const MAPPING = {
  inputs: [{ name: 'x1', value: 'x1 + 1' }],
  outputs: [{ name: 'x3', value: 'x1 + 1' }],
} as const;

interface Marks {
  readonly before: string;
  readonly after: string;
}

function workSketch(work: Work): Sketch {
  switch (work.type) {
    case 'subProcess':
    case 'transaction':
      return { type: work.type };
    case 'adHocSubProcess': {
      const { sequential, condition, cancelRemaining } = work.adHoc;
      const completionCondition = condition ? 'x5 > 4' : null;
      return { type: work.type, adHoc: { sequential, completionCondition, cancelRemaining } };
    }
    case 'callActivity':
      return { type: work.type, calledElement: calledId(work.process) };
    default:
      return taskSketch(work.type);
  }
}

/** A task that says all that the validator wants to know of it. */
function taskSketch(type: SimpleTask): Sketch {
  const message = { kind: 'message', name: 'm2', correlation: null } as const;
  const connector = { type: 'work', retries: 3, backoff: 'PT1M', inputs: [], outputs: [] };
  switch (type) {
    case 'scriptTask':
      return { type, script: { language: 'feel', source: 'x4 + 1', resultVariable: 'x4' } };
    case 'sendTask':
    case 'receiveTask':
      return { type, events: [message] };
    case 'serviceTask':
    case 'businessRuleTask':
      return { type, business: { connector } };
    default:
      return { type };
  }
}

function drawInside(drawing: Drawing, host: string, work: Work, loop: Loop | null, { before, after }: Marks): void {
  if (work.type === 'subProcess' || work.type === 'transaction') {
    drawScope(drawing, host, work.scope, (entry) => drawing.chain(drawing.node(host, { type: 'startEvent' }), entry));
  } else if (work.type === 'adHocSubProcess') {
    for (const part of work.inside) {
      const node = drawing.node(host, workSketch(part));
      if (part.type === 'subProcess') drawInside(drawing, node, part, null, { before, after });
      const least = loop || work.adHoc.condition ? 0 : 1;
      drawing.laws.push({ law: 'times', node, before, after, least, most: null });
    }
  }
}

/** Says how an activity is repeated; answers how often it is done. */
function drawLoop(drawing: Drawing, host: string, loop: Loop, after: string): number {
  if (loop.kind === 'standard') {
    const { before: testBefore, rounds, maximum } = loop;
    drawing.amend(host, {
      loop: {
        kind: 'standard',
        testBefore,
        condition: rounds === null ? null : `loopCounter < ${rounds}`,
        maximum: maximum === null ? null : String(maximum),
      },
    });
    const wanted = Math.max(rounds ?? Infinity, testBefore ? 0 : 1);
    return Math.min(wanted, maximum ?? Infinity);
  }
  const { sequential, count, collection, enough, outputs } = loop;
  const variable = `out_${host}`;
  drawing.amend(host, {
    loop: {
      kind: 'multiInstance',
      sequential,
      ...(collection
        ? { collection: JSON.stringify(Array.from({ length: count }, (_, at) => at)), inputItem: 'item' }
        : { cardinality: String(count) }),
      completionCondition: enough === null ? null : `numberOfCompletedInstances > ${enough - 1}`,
      ...(outputs ? { outputCollection: variable, outputItem: 'loopCounter' } : {}),
    },
  });
  if (outputs) {
    drawing.laws.push({ law: 'output', variable, length: count, whole: enough === null, after });
  }
  return enough ?? count;
}

/** The boundary event and the activity that undoes `host`. */
function drawHandler(drawing: Drawing, { scope }: Spot, host: string, type: SimpleTask): void {
  const handler = drawing.node(scope, { ...taskSketch(type), isForCompensation: true });
  const events = [{ kind: 'compensation', activity: -1, wait: true }] as const;
  drawing.node(scope, { type: 'boundaryEvent', attachedTo: host, events });
  drawing.amend(host, { compensation: handler });
  drawing.laws.push({ law: 'undo', activity: host, handler });
}

/**
 * What interrupts leads around the activity, and meets its way out again; what does not comes to an end of its own.
 * Answers the way out.
 */
function drawEdges(
  drawing: Drawing,
  { scope, when }: Spot,
  { host, before, after }: Marks & { readonly host: string },
  edges: readonly Edge[],
): string {
  const merge = edges.some(({ interrupting }) => interrupting)
    ? drawing.node(scope, { type: 'exclusiveGateway' })
    : null;
  if (merge !== null) drawing.chain(after, merge);
  for (const { trigger, interrupting, body } of edges) {
    const { events, parallel: parallelMultiple } = trigger;
    const edge = drawing.node(scope, {
      type: 'boundaryEvent',
      attachedTo: host,
      interrupting,
      events,
      parallelMultiple,
    });
    if (interrupting && merge !== null) {
      const { first, last } = drawMarked(drawing, { scope, when }, body);
      drawing.chain(edge, first);
      drawing.chain(last, merge);
      drawing.laws.push({ law: 'edge', edge, before, most: 1 });
    } else {
      const { first, last } = drawMarked(drawing, { scope, when: 'calm' }, body);
      const end = drawing.node(scope, { type: 'endEvent' });
      drawing.chain(edge, first);
      drawing.chain(last, end);
      drawing.laws.push({ law: 'pair', entry: edge, exit: end, when: 'calm' });
      if (isCycle(trigger)) drawing.laws.push({ law: 'edge', edge, before, most: 2 });
    }
  }
  return merge ?? after;
}

function isCycle({ events }: Edge['trigger']): boolean {
  return events.every((event) => event.kind === 'timer');
}
