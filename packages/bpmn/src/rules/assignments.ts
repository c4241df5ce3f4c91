import { isRule } from '../compile/business.ts';
import { describe } from '../describe.ts';
import { extensions, many, text } from '../moddle/BpmnElement.ts';
import { ASSIGNMENT_RULES } from '../ProcessGraph.ts';
import type { Rule } from './Rule.ts';

const NEEDS_VALUE = new Set(['person', 'group', 'roundRobin', 'leastLoaded', 'expression']);

/** Who gets a task: a rule that exists, with the value it needs; "by lane" needs a lane. */
export const assignments: Rule = ({ index, report }) => {
  const inLane = new Set(
    index.elements.filter((element) => element.$type === 'bpmn:Lane').flatMap((lane) => many(lane, 'flowNodeRef')),
  );
  for (const node of index.nodes) {
    for (const assignment of extensions(node, 'dw:Assignment')) {
      const words = describe(node);
      const rule = text(assignment, 'rule') ?? 'lane';
      if (!isRule(rule)) {
        report(node, {
          rule: 'assignment-rule',
          severity: 'error',
          en: `${words.en} is assigned by the unknown rule "${rule}"; known are ${ASSIGNMENT_RULES.join(', ')}.`,
          zh: `${words.zh}使用了未知的分派规则“${rule}”；可用规则：${ASSIGNMENT_RULES.join('、')}。`,
        });
      } else if (NEEDS_VALUE.has(rule) && text(assignment, 'value') === undefined) {
        report(node, {
          rule: 'assignment-value-missing',
          severity: 'error',
          en: `${words.en} is assigned by "${rule}", but it is not said to whom.`,
          zh: `${words.zh}按“${rule}”分派，但没有指定对象。`,
        });
      } else if (rule === 'lane' && !inLane.has(node) && !(node.$parent && inLane.has(node.$parent))) {
        report(node, {
          rule: 'assignment-lane-missing',
          severity: 'warning',
          en: `${words.en} is assigned by its lane, but stands in none: it goes to the deal's owner.`,
          zh: `${words.zh}按泳道分派，但不在任何泳道中：将分派给商机负责人。`,
        });
      }
    }
  }
};
