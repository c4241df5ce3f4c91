import { decisionOf } from '../compile/decisionOf.ts';
import { globalTask } from '../compile/globalTask.ts';
import { describe } from '../describe.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { processOf, runnableProcesses } from '../ModelIndex.ts';
import type { Rule } from './Rule.ts';

const TASKS = ['bpmn:BusinessRuleTask', 'bpmn:GlobalBusinessRuleTask'];

/**
 * A business rule task that names a decision needs it to be there when it runs (BPMN 2.0.2, 10.3.3, leaves open how a
 * rule is bound). Which decisions there are, only the floor above knows: without its word nothing is judged, and neither
 * is a process that will not run.
 */
export const decisions: Rule = ({ index, options, report }) => {
  if (options.decisions === undefined) return;
  const known = new Set(options.decisions);
  const running = new Set(runnableProcesses(index));
  for (const node of index.nodes) {
    const process = processOf(node);
    const task = globalTask(index, node)?.element ?? node;
    if (!TASKS.includes(task.$type) || !process || !running.has(process)) continue;
    const decision = decisionOf(task, readDialects(task, index.model.prefixes));
    if (decision === null || known.has(decision.decisionId)) continue;
    const words = describe(node);
    const { decisionId } = decision;
    const [en, zh] =
      known.size === 0
        ? ['no DMN file is attached to the drawing', '流程未附加任何 DMN 文件']
        : [`there are: ${[...known].join(', ')}`, `可用决策：${[...known].join('、')}`];
    report(node, {
      rule: 'decision-unknown',
      severity: 'error',
      en: `${words.en} runs the decision "${decisionId}", which is not there; ${en}.`,
      zh: `${words.zh}要运行决策“${decisionId}”，但它不存在；${zh}。`,
    });
  }
};
