import { definitionsOf, linkName } from '../compile/eventDefinitions.ts';
import { startsOf } from '../compile/startsOf.ts';
import { describe } from '../describe.ts';
import { isEventSubProcess, type ModelIndex } from '../ModelIndex.ts';
import { isA, flag, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** A step that no path from a start leads to will never be done (BPMN 2.0.2, 10.5.2). */
export const reachability: Rule = ({ index, report }) => {
  for (const scope of index.scopes) {
    const inside = index.nodesOf(scope);
    if (scope.$type === 'bpmn:AdHocSubProcess') continue;
    const reached = reach(index, scope, inside);
    for (const node of inside) {
      if (reached.has(node)) continue;
      const words = describe(node);
      report(node, {
        rule: 'node-unreachable',
        severity: 'warning',
        en: `${words.en} can never be reached: no path leads to it from a start event.`,
        zh: `${words.zh}永远不会执行：没有从开始事件通向它的路径。`,
        section: '10.5.2',
      });
    }
  }
};

function reach(index: ModelIndex, scope: BpmnElement, inside: readonly BpmnElement[]): ReadonlySet<BpmnElement> {
  const reached = new Set<BpmnElement>();
  const stack: BpmnElement[] = [];
  const links = linkCatches(inside);
  const visit = (node: BpmnElement | undefined): void => {
    if (!node || reached.has(node)) return;
    reached.add(node);
    stack.push(node);
  };
  for (const node of inside) if (startsByItself(node)) visit(node);
  for (const node of startsOf(index, scope)) visit(node);
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const flow of index.outgoing(node)) visit(one(flow, 'targetRef'));
    for (const event of index.boundary(node)) visit(event);
    if (node.$type !== 'bpmn:IntermediateThrowEvent') continue;
    for (const definition of definitionsOf(node)) {
      if (definition.$type === 'bpmn:LinkEventDefinition') visit(links.get(linkName(node, definition)));
    }
  }
  return reached;
}

function startsByItself(node: BpmnElement): boolean {
  if (node.$type === 'bpmn:StartEvent' || isEventSubProcess(node)) return true;
  if (isA(node, 'bpmn:Activity') && flag(node, 'isForCompensation')) return true;
  return (node.$type === 'bpmn:EventBasedGateway' || node.$type === 'bpmn:ReceiveTask') && flag(node, 'instantiate');
}

function linkCatches(inside: readonly BpmnElement[]): ReadonlyMap<string, BpmnElement> {
  const catches = new Map<string, BpmnElement>();
  for (const node of inside) {
    if (node.$type !== 'bpmn:IntermediateCatchEvent') continue;
    for (const definition of definitionsOf(node)) {
      if (definition.$type === 'bpmn:LinkEventDefinition') catches.set(linkName(node, definition), node);
    }
  }
  return catches;
}
