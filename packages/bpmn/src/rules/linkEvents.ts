import { definitionsOf, linkName } from '../compile/eventDefinitions.ts';
import { describe } from '../describe.ts';
import { many, one, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Finding, Rule } from './Rule.ts';

/** Links come in pairs within one scope: many throws, one catch (BPMN 2.0.2, 10.5.5, Link Event). */
export const linkEvents: Rule = ({ index, report, byTheBook }) => {
  for (const scope of index.scopes) {
    const catches = new Map<string, BpmnElement[]>();
    const throws = new Map<string, BpmnElement[]>();
    for (const node of index.nodesOf(scope)) {
      for (const definition of definitionsOf(node)) {
        if (definition.$type !== 'bpmn:LinkEventDefinition') continue;
        const side = node.$instanceOf('bpmn:CatchEvent') ? catches : throws;
        const name = linkName(node, definition);
        side.set(name, [...(side.get(name) ?? []), node]);
      }
    }
    const problem = (
      node: BpmnElement,
      rule: string,
      en: string,
      zh: string,
      severity: Finding['severity'] = 'error',
    ) =>
      report(node, {
        rule,
        severity,
        en: `${describe(node).en} ${en}`,
        zh: `${describe(node).zh}${zh}`,
        section: '10.5.5',
      });

    for (const node of index.nodesOf(scope)) checkTargets(node, scope, problem);
    for (const [name, nodes] of throws) {
      for (const node of nodes) {
        if (name === '' && catches.has(name))
          problem(node, 'link-name-missing', 'is a link without a name.', '是没有名称的链接。', 'warning');
        if (!catches.has(name))
          problem(
            node,
            'link-catch-missing',
            `jumps to link "${name}", which has no catching side here.`,
            `跳转到链接“${name}”，但当前范围内没有对应的接收端。`,
          );
        if (index.outgoing(node).length > 0)
          problem(
            node,
            'link-throw-outgoing',
            'is the sending side of a link and must have no outgoing flow.',
            '是链接的发出端，不能有流出的顺序流。',
          );
      }
    }
    for (const [name, nodes] of catches) {
      for (const node of nodes) {
        if (nodes.length > 1)
          problem(
            node,
            'link-catch-duplicate',
            `is one of ${nodes.length} catching sides of link "${name}"; there must be one.`,
            `是链接“${name}”的 ${nodes.length} 个接收端之一；只能有一个。`,
          );
        if (!throws.has(name))
          problem(
            node,
            'link-throw-missing',
            `is never jumped to: no link "${name}" leads here.`,
            `不会被跳转到：没有链接“${name}”指向这里。`,
            byTheBook(node) ? 'error' : 'warning',
          );
        if (index.incoming(node).length > 0)
          problem(
            node,
            'link-catch-incoming',
            'is the receiving side of a link and must have no incoming flow.',
            '是链接的接收端，不能有流入的顺序流。',
          );
      }
    }
  }
};

type Refuse = (node: BpmnElement, rule: string, en: string, zh: string) => void;

/** A link that names its other side by reference must be named by it in turn, and both stand in one scope. */
function checkTargets(node: BpmnElement, scope: BpmnElement, problem: Refuse): void {
  for (const definition of definitionsOf(node)) {
    if (definition.$type !== 'bpmn:LinkEventDefinition') continue;
    const target = one(definition, 'target');
    for (const other of [...(target ? [target] : []), ...many(definition, 'source')]) {
      if (other.$parent?.$parent !== scope) {
        problem(
          node,
          'link-other-scope',
          'is linked to an event of another subprocess or process.',
          '链接到了另一子流程或流程中的事件。',
        );
      }
      const back = other === target ? many(other, 'source') : [one(other, 'target')];
      if (back.includes(definition)) continue;
      problem(
        node,
        'link-one-sided',
        'is linked to an event that is not linked back to it.',
        '所链接的事件没有反向链接到它。',
      );
    }
  }
}
