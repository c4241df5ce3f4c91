import { describe } from '../describe.ts';
import { processOf } from '../ModelIndex.ts';
import { many, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/**
 * A sequence flow names its ends, and its ends list it (BPMN 2.0.2, 8.4.13). Many tools leave the lists out; a list
 * that says something else than the flows is wrong, and so is one that is not complete in a process that has lists.
 */
export const flowLists: Rule = ({ index, report, byTheBook }) => {
  const listed = new Set<BpmnElement | undefined>();
  for (const node of index.nodes) {
    if (many(node, 'incoming').length + many(node, 'outgoing').length > 0) listed.add(processOf(node));
  }
  for (const node of index.nodes) {
    for (const [list, flows, en, zh] of [
      ['incoming', index.incoming(node), 'into', '流入'],
      ['outgoing', index.outgoing(node), 'out of', '流出'],
    ] as const) {
      const named = new Set(many(node, list));
      const drawn = new Set(flows);
      const words = describe(node);
      for (const flow of named) {
        if (drawn.has(flow)) continue;
        report(node, {
          rule: 'flow-list-wrong',
          severity: byTheBook(node) ? 'error' : 'warning',
          en: `${words.en} lists ${describe(flow).en} as leading ${en} it, but the flow does not.`,
          zh: `${words.zh}将${describe(flow).zh}列为${zh}，但该顺序流并非如此。`,
          section: '8.4.13',
        });
      }
      if (!listed.has(processOf(node)) || !byTheBook(node)) continue;
      for (const flow of drawn) {
        if (named.has(flow)) continue;
        report(node, {
          rule: 'flow-list-incomplete',
          severity: 'error',
          en: `${describe(flow).en} leads ${en} ${words.en}, which does not list it as "${list}".`,
          zh: `${describe(flow).zh}${zh}${words.zh}，但后者没有将其列入“${list}”。`,
          section: '8.4.13',
        });
      }
    }
  }
};
