import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { ModdleNode } from './moddle.ts';

/** What a flow node or flow is called, for the list beside the drawing. */
export interface ViewElement {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The flow nodes of a drawing from left to right, without labels. */
export function flowNodes(registry: ElementRegistry): ViewElement[] {
  const found: ViewElement[] = [];
  for (const element of registry.getAll() as Element[]) {
    const node = element.businessObject as ModdleNode;
    if ((element as { labelTarget?: Element }).labelTarget || !node.$instanceOf('bpmn:FlowNode')) continue;
    const shape = element as Shape;
    found.push({
      id: element.id,
      type: node.$type,
      name: node.name ?? '',
      x: shape.x + shape.width / 2,
      y: shape.y + shape.height / 2,
    });
  }
  return found.toSorted((a, b) => a.x - b.x || a.y - b.y);
}
