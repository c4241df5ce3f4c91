import { is, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { readTexts, writeTexts } from '../model/labelTexts.ts';
import { renamed } from '../model/renamed.ts';
import type { Service } from './drawing.ts';
import { setExtensions } from './extensions.ts';
import { processOf } from './processOf.ts';
import type { Element } from './Services.ts';
import { together } from './togetherHandler.ts';

/**
 * The node whose name a reader sees on an element: the process stands behind the whole drawing, and behind its pool as
 * long as the pool has no labels of its own.
 */
export function namedNode(node: ModdleNode): ModdleNode {
  const isPool = is(node, 'bpmn:Participant');
  if (!isPool && !is(node, 'bpmn:Process') && !is(node, 'bpmn:Collaboration')) return node;
  const process = processOf(node);
  if (!process) return node;
  if (!isPool) return process;
  const own = Object.keys(readTexts(node, 'dw:Label')).length > 0;
  const sameName = ['', textOf(process, 'name')].includes(textOf(node, 'name'));
  return !own && sameName ? process : node;
}

/** Names an element as its reader sees it: label and BPMN name (see `renamed`), in one step of undo. */
export function rename(service: Service, element: Element, language: 'zh' | 'en', text: string): void {
  const own = element.businessObject as ModdleNode;
  const node = namedNode(own);
  const before = { name: textOf(node, 'name'), labels: readTexts(node, 'dw:Label') };
  const next = renamed(before, language, text);
  const modeling = service('modeling');
  const create = (type: string, properties: object) =>
    service('bpmnFactory').create(type, { ...properties }) as ModdleNode;
  const followers = poolsOf(service, node).filter((pool) => namedNode(pool.businessObject as ModdleNode) === node);
  together(service('commandStack'), () => {
    if (node === own) {
      if (next.name !== before.name) modeling.updateLabel(element, next.name);
    } else {
      modeling.updateModdleProperties(element, node, { name: next.name });
      // A pool that bears the process's name goes on bearing it.
      for (const pool of followers) modeling.updateLabel(pool, next.name);
    }
    setExtensions(service, element, node, 'dw:Label', writeTexts(next.labels, 'dw:Label', create));
  });
}

function poolsOf(service: Service, process: ModdleNode): readonly Element[] {
  return (service('elementRegistry').getAll() as Element[]).filter(
    ({ businessObject }) =>
      is(businessObject, 'bpmn:Participant') && nodeOf(businessObject as ModdleNode, 'processRef') === process,
  );
}
