import { extensions, idOf, many, nameOf, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { GraphLane } from '../ProcessGraph.ts';
import { labelsOf } from './business.ts';

export interface Lanes {
  readonly lanes: readonly GraphLane[];
  /** flow node id → lane index; innermost lane wins */
  readonly laneOf: ReadonlyMap<string, number>;
}

/** All lanes of a process, nested ones after the lane that holds them. */
export function lanesOf(process: BpmnElement): Lanes {
  const lanes: GraphLane[] = [];
  const laneOf = new Map<string, number>();
  const stack = many(process, 'laneSets')
    .flatMap((set) => many(set, 'lanes'))
    .toReversed();
  for (let lane = stack.pop(); lane; lane = stack.pop()) {
    for (const member of many(lane, 'flowNodeRef')) laneOf.set(idOf(member), lanes.length);
    lanes.push({
      id: idOf(lane),
      name: nameOf(lane),
      role: text(lane, 'dw:role') ?? nameOf(lane),
      labels: labelsOf(extensions(lane, 'dw:Label')),
    });
    const inner = one(lane, 'childLaneSet');
    if (inner) stack.push(...many(inner, 'lanes').toReversed());
  }
  return { lanes, laneOf };
}
