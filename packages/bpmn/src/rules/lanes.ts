import { describe } from '../describe.ts';
import { processOf } from '../ModelIndex.ts';
import { idOf, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** A lane is a role: it must say which, and hold each node at most once (BPMN 2.0.2, 10.8). */
export const lanes: Rule = ({ index, report }) => {
  const holder = new Map<BpmnElement, BpmnElement>();
  for (const lane of index.elements) {
    if (lane.$type !== 'bpmn:Lane') continue;
    const words = describe(lane);
    if (text(lane, 'dw:role') === undefined) {
      report(lane, {
        rule: 'lane-role-missing',
        severity: 'warning',
        en: `${words.en} has no role: set who works in it (owner, manager or a group).`,
        zh: `${words.zh}没有设置角色：请指定由谁负责（负责人、经理或某个组）。`,
      });
    }
    const inner = one(lane, 'childLaneSet');
    if (inner && many(inner, 'lanes').length > 0) continue;
    for (const node of many(lane, 'flowNodeRef')) {
      const other = holder.get(node);
      if (other || processOf(node) !== processOf(lane)) {
        report(node, {
          rule: other ? 'lane-member-twice' : 'lane-member-foreign',
          severity: 'error',
          en: other
            ? `${describe(node).en} stands in two lanes, ${describe(other).en} and ${words.en}.`
            : `${words.en} lists ${describe(node).en}, which belongs to another process.`,
          zh: other
            ? `${describe(node).zh}同时属于两个泳道：${describe(other).zh}和${words.zh}。`
            : `${words.zh}包含了属于另一流程的${describe(node).zh}。`,
          section: '10.8',
        });
      }
      if (idOf(node) !== '') holder.set(node, lane);
    }
  }
};
