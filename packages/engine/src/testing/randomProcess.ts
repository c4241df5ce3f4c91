import type { ProcessGraph } from '@dealwright/bpmn';
import { graphOf, type NodeSketch } from './graphOf.ts';

export interface RandomProcess {
  readonly graph: ProcessGraph;
  /** pairs of markers: whatever enters the first of a pair must, in the end, enter the second as often */
  readonly blocks: readonly (readonly [entry: string, exit: string])[];
}

/**
 * A well-formed process of nested blocks with one way in and one way out: sequence, exclusive, parallel and inclusive
 * diamonds, loops, subprocesses, tasks with an interrupting timer. Conditions are "coin".
 */
export function randomProcess(random: () => number): RandomProcess {
  const nodes: Record<string, NodeSketch> = {};
  const flows: string[] = [];
  const blocks: (readonly [string, string])[] = [];
  const upTo = (limit: number): number => Math.floor(random() * limit);

  function node(sketch: Exclude<NodeSketch, string>, scope: string | null): string {
    const id = `n${Object.keys(nodes).length}`;
    nodes[id] = scope === null ? sketch : { ...sketch, in: scope };
    return id;
  }

  function block(depth: number, scope: string | null): readonly [string, string] {
    const entry = node({ type: 'task' }, scope);
    const kinds = depth > 0 ? [sequence, diamond, diamond, diamond, loop, subProcess, work] : [work, guarded];
    const [first, last] = (kinds[upTo(kinds.length)] ?? work)(depth - 1, scope);
    const exit = node({ type: 'task' }, scope);
    flows.push(`${entry} > ${first}`, `${last} > ${exit}`);
    blocks.push([entry, exit]);
    return [entry, exit];
  }

  function work(_depth: number, scope: string | null): readonly [string, string] {
    const types = ['userTask', 'serviceTask', 'task', 'intermediateThrowEvent'] as const;
    const id = node({ type: types[upTo(types.length)] ?? 'task' }, scope);
    return [id, id];
  }

  function guarded(_depth: number, scope: string | null): readonly [string, string] {
    const task = node({ type: 'userTask' }, scope);
    const timer = { kind: 'timer', timer: { type: 'duration', source: 'PT1H' } } as const;
    const edge = node({ type: 'boundaryEvent', attachedTo: task, events: [timer] }, scope);
    const merge = node({ type: 'exclusiveGateway' }, scope);
    flows.push(`${task} > ${merge}`, `${edge} > ${merge}`);
    return [task, merge];
  }

  function sequence(depth: number, scope: string | null): readonly [string, string] {
    const [first, between] = block(depth, scope);
    const [then, last] = block(depth, scope);
    flows.push(`${between} > ${then}`);
    return [first, last];
  }

  function diamond(depth: number, scope: string | null): readonly [string, string] {
    const types = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'] as const;
    const type = types[upTo(types.length)] ?? 'parallelGateway';
    const split = node({ type }, scope);
    const join = node({ type }, scope);
    const branches = 2 + upTo(2);
    for (let branch = 0; branch < branches; branch++) {
      const [first, last] = block(depth, scope);
      const way = type === 'parallelGateway' ? '' : branch === 0 ? ' default' : ': coin';
      flows.push(`${split} > ${first}${way}`, `${last} > ${join}`);
    }
    return [split, join];
  }

  function loop(depth: number, scope: string | null): readonly [string, string] {
    const merge = node({ type: 'exclusiveGateway' }, scope);
    const [first, last] = block(depth, scope);
    const again = node({ type: 'exclusiveGateway' }, scope);
    const out = node({ type: 'task' }, scope);
    flows.push(`${merge} > ${first}`, `${last} > ${again}`, `${again} > ${merge}: coin`, `${again} > ${out} default`);
    return [merge, out];
  }

  function subProcess(depth: number, scope: string | null): readonly [string, string] {
    const sub = node({ type: 'subProcess' }, scope);
    const start = node({ type: 'startEvent' }, sub);
    const [first, last] = block(depth, sub);
    const end = node({ type: 'endEvent' }, sub);
    flows.push(`${start} > ${first}`, `${last} > ${end}`);
    blocks.push([start, end]);
    return [sub, sub];
  }

  const start = node({ type: 'startEvent' }, null);
  const [first, last] = block(4, null);
  const end = node({ type: 'endEvent' }, null);
  flows.push(`${start} > ${first}`, `${last} > ${end}`);
  return { graph: graphOf(nodes, flows), blocks: [...blocks, [start, end]] };
}
