import { listOf, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';
import type { Service } from './drawing.ts';
import type { Element } from './Services.ts';

/**
 * Puts these in the place of all extension elements of that type, as a command that can be undone. `element` is what is
 * redrawn then; an external label where there is one, because that is where a name stands.
 */
export function setExtensions(
  service: Service,
  element: Element,
  node: ModdleNode,
  type: string,
  values: readonly ModdleNode[],
): void {
  const redrawn = (element as unknown as { label?: Element }).label ?? element;
  const set = (target: ModdleNode, properties: object) =>
    service('modeling').updateModdleProperties(redrawn, target, properties);
  const holder = nodeOf(node, 'extensionElements');
  const others = listOf(holder, 'values').filter((value) => value.$type !== type);
  const next = [...others, ...values];
  if (holder && next.length > 0) {
    for (const value of values) adopt(value, holder);
    set(holder, { values: next });
  } else if (next.length > 0) {
    const created = service('bpmnFactory').create('bpmn:ExtensionElements', { values: next }) as ModdleNode;
    for (const value of next) adopt(value, created);
    adopt(created, node);
    set(node, { extensionElements: created });
  } else if (holder) {
    set(node, { extensionElements: undefined });
  }
}

function adopt(child: ModdleNode, parent: ModdleNode): void {
  Object.assign(child, { $parent: parent });
}
