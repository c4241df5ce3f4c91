import { describe } from '../describe.ts';
import { idOf } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Running deals and history point at nodes by id, so each node needs one (BPMN 2.0.2, 8.3.1). */
export const ids: Rule = ({ index, report }) => {
  for (const element of [...index.processes, ...index.nodes]) {
    if (idOf(element) !== '') continue;
    const words = describe(element);
    report(element, {
      rule: 'id-missing',
      severity: 'error',
      en: `${words.en} has no id.`,
      zh: `${words.zh}没有标识（id）。`,
      section: '8.3.1',
    });
  }
};
