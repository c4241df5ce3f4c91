import type { EventDefinition, NodeType, ProcessGraph } from '@dealwright/bpmn';
import { graphOf, type NodeSketch } from './graphOf.ts';

const TYPES: readonly NodeType[] = [
  'task',
  'userTask',
  'userTask',
  'serviceTask',
  'callActivity',
  'receiveTask',
  'sendTask',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'subProcess',
  'endEvent',
  'complexGateway',
];

/**
 * A process as no one should draw it: nodes of every kind, flows at random, boundary events and event subprocesses of
 * every trigger. It may hang, flood or fail; the executor may not.
 */
export function wildProcess(random: () => number): ProcessGraph {
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[upTo(from.length)] ?? from[0];
  const nodes: Record<string, NodeSketch> = {};
  const flows: string[] = [];
  let count = 0;

  function event(): EventDefinition {
    const duration = { kind: 'timer', timer: { type: 'duration', source: 'PT1H' } } as const;
    const cycle = { kind: 'timer', timer: { type: 'cycle', source: pick(['R2/PT1H', 'nonsense']) } } as const;
    const message = { kind: 'message', name: 'm', correlation: pick([null, null, 'unknown']) } as const;
    return pick<EventDefinition>([duration, cycle, message, { kind: 'signal', name: 's' }]);
  }

  function add(sketch: Exclude<NodeSketch, string>, scope: string | null): string {
    const id = `n${count++}`;
    nodes[id] = scope === null ? sketch : { ...sketch, in: scope };
    return id;
  }

  function typeOf(id: string): NodeType | undefined {
    const node = nodes[id];
    return typeof node === 'string' ? node : node?.type;
  }

  function fill(scope: string | null, depth: number): void {
    const inside = [add({ type: 'startEvent' }, scope)];
    for (let left = 3 + upTo(6); left > 0; left--) inside.push(activity(scope, depth));
    for (let left = inside.length + upTo(6); left > 0; left--) {
      const from = upTo(inside.length - 1);
      const [source = '', target = ''] = [inside[from], inside[from + 1 + upTo(inside.length - from - 1)]];
      flows.push(`${source} > ${target}${pick(['', '', ': coin', ' default'])}`);
    }
    // back only from where a token waits: endless loops have a test of their own
    for (const source of inside.filter((id) => typeOf(id) === 'userTask')) {
      if (random() < 0.3) flows.push(`${source} > ${inside[1 + upTo(inside.length - 1)]}`);
    }
    if (random() < 0.4) eventSubProcess(scope, depth);
  }

  function activity(scope: string | null, depth: number): string {
    const type = TYPES[upTo(TYPES.length)] ?? 'task';
    const hasEvent = type === 'intermediateCatchEvent' || type === 'receiveTask';
    const ends = pick<EventDefinition>([
      { kind: 'terminate' },
      { kind: 'error', code: 'E' },
      { kind: 'signal', name: 'heard by no one' },
    ]);
    const events = hasEvent ? [event()] : type === 'endEvent' && random() < 0.5 ? [ends] : [];
    const id = add({ type, events, calledElement: 'other' }, scope);
    if (type === 'subProcess' && depth > 0) fill(id, depth - 1);
    if (/Task$|subProcess|callActivity/.test(type) && random() < 0.4) {
      const caught = random() < 0.3 ? ({ kind: 'error', code: null } as const) : event();
      const edge = add(
        { type: 'boundaryEvent', attachedTo: id, interrupting: random() < 0.5, events: [caught] },
        scope,
      );
      flows.push(`${edge} > ${add({ type: 'userTask' }, scope)}`);
    }
    return id;
  }

  function eventSubProcess(scope: string | null, depth: number): void {
    const handler = add({ type: 'eventSubProcess' }, scope);
    const trigger = random() < 0.3 ? ({ kind: 'error', code: null } as const) : event();
    const start = add({ type: 'startEvent', interrupting: random() < 0.5, events: [trigger] }, handler);
    const work = activity(handler, depth - 1);
    flows.push(`${start} > ${work}`);
  }

  fill(null, 2);
  return graphOf(nodes, flows);
}
