import { describe } from '../describe.ts';
import type { Rule } from './Rule.ts';

/** Nothing leads into a start event, nothing out of an end event (BPMN 2.0.2, 10.5.2 and 10.5.3). */
export const startAndEndEvents: Rule = ({ index, report }) => {
  for (const node of index.nodes) {
    const words = describe(node);
    if (node.$type === 'bpmn:StartEvent' && index.incoming(node).length > 0) {
      report(node, {
        rule: 'start-incoming',
        severity: 'error',
        en: `${words.en} has an incoming sequence flow; a start event can only be left.`,
        zh: `${words.zh}有流入的顺序流；开始事件只能流出。`,
        section: '10.5.2',
      });
    }
    if (node.$type === 'bpmn:EndEvent' && index.outgoing(node).length > 0) {
      report(node, {
        rule: 'end-outgoing',
        severity: 'error',
        en: `${words.en} has an outgoing sequence flow; nothing can come after an end event.`,
        zh: `${words.zh}有流出的顺序流；结束事件之后不能再有步骤。`,
        section: '10.5.3',
      });
    }
    if (
      node.$type === 'bpmn:StartEvent' &&
      index.outgoing(node).length === 0 &&
      index.nodesOf(node.$parent ?? node).length > 1
    ) {
      report(node, {
        rule: 'start-outgoing-missing',
        severity: 'warning',
        en: `${words.en} leads nowhere: connect it to the first step.`,
        zh: `${words.zh}没有连到任何步骤：请连接到第一个步骤。`,
        section: '10.5.2',
      });
    }
  }
};
