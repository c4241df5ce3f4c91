import { describe } from '../describe.ts';
import { flag, one, text } from '../moddle/BpmnElement.ts';
import type { Rule } from './Rule.ts';

/** Public processes are a view on others and never run; a process hangs only on its own collaboration (BPMN 2.0.2, 10.2). */
export const processKinds: Rule = ({ index, report }) => {
  for (const process of index.processes) {
    const words = describe(process);
    if (text(process, 'processType') === 'Public' && flag(process, 'isExecutable')) {
      report(process, {
        rule: 'process-public-executable',
        severity: 'error',
        en: `${words.en} is public and executable at once; a public process shows only what others see and cannot run.`,
        zh: `${words.zh}既是公开流程又是可执行流程；公开流程只展示对外可见的部分，不能运行。`,
        section: '10.2',
      });
    }
    const collaboration = one(process, 'definitionalCollaborationRef');
    if (!collaboration?.$instanceOf('bpmn:Collaboration')) continue;
    const members = collaboration.get('participants');
    const member = Array.isArray(members) && members.some((participant) => one(participant, 'processRef') === process);
    if (member) continue;
    report(process, {
      rule: 'process-not-in-collaboration',
      severity: 'error',
      en: `${words.en} refers to ${describe(collaboration).en}, in which no pool shows it.`,
      zh: `${words.zh}引用了${describe(collaboration).zh}，但其中没有泳池对应该流程。`,
      section: '10.2',
    });
  }
};
