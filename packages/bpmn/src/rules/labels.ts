import { labelsOf } from '../compile/business.ts';
import { describe } from '../describe.ts';
import { extensions, many, nameOf, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Labels } from '../ProcessGraph.ts';
import type { Rule } from './Rule.ts';

const ALWAYS = new Set(['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:Lane']);

/** One process, two languages: what people read must be there in both. */
export const labels: Rule = ({ index, report }) => {
  const check = (element: BpmnElement, found: Labels, name: string, what: { en: string; zh: string }): void => {
    const chinese = /\p{Script=Han}/u.test(name);
    const zh = found.zh ?? (chinese ? name : undefined);
    const en = found.en ?? (chinese || name === '' ? undefined : name);
    if (zh !== undefined && en !== undefined) return;
    report(element, {
      rule: 'label-missing',
      severity: 'warning',
      en: `${what.en} has no ${en === undefined && zh === undefined ? 'English or Chinese' : zh === undefined ? 'Chinese' : 'English'} label.`,
      zh: `${what.zh}缺少${en === undefined && zh === undefined ? '中英文' : zh === undefined ? '中文' : '英文'}标签。`,
    });
  };
  for (const process of index.processes) {
    for (const stage of extensions(process, 'dw:Stages').flatMap((list) => many(list, 'stages'))) {
      const id = text(stage, 'id') ?? '';
      check(process, labelsOf(many(stage, 'labels')), '', { en: `Stage "${id}"`, zh: `阶段“${id}”` });
    }
  }
  for (const element of index.elements) {
    if (!ALWAYS.has(element.$type) && !element.$instanceOf('bpmn:FlowNode') && element.$type !== 'bpmn:SequenceFlow')
      continue;
    const own = extensions(element, 'dw:Label');
    if (own.length > 0 || ALWAYS.has(element.$type)) check(element, labelsOf(own), nameOf(element), describe(element));
    const playbook = labelsOf(extensions(element, 'dw:Playbook'));
    if ((playbook.zh === undefined) !== (playbook.en === undefined)) {
      report(element, {
        rule: 'playbook-missing',
        severity: 'warning',
        en: `The playbook of ${describe(element).en} is there in one language only.`,
        zh: `${describe(element).zh}的打法指引只有一种语言。`,
      });
    }
  }
};
