import type { Problem, ProcessGraph } from '@dealwright/bpmn';
import { DecisionError, type DecisionModel, type DecisionProblem } from '@dealwright/expression';
import type { DecisionFile } from '@dealwright/store';
import { readDecisions } from '../Graphs.ts';

/** What is wrong with the files of decisions themselves, and with the tasks that ask for a decision that is not there. */
export async function judgeDecisions(
  files: readonly DecisionFile[],
  graphs: readonly ProcessGraph[],
): Promise<readonly Problem[]> {
  let decisions: DecisionModel | null;
  try {
    decisions = await readDecisions(files);
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return error.problems.map(asProblem);
  }
  const known = new Set(decisions?.decisions.map(({ id }) => id));
  return graphs.flatMap((graph) =>
    graph.nodes.flatMap(({ id, name, decision }): Problem[] => {
      if (!decision || known.has(decision.decisionId)) return [];
      const { decisionId } = decision;
      const [en, zh] =
        files.length === 0
          ? ['no DMN file is attached to the drawing', '流程未附加任何 DMN 文件']
          : [`there are: ${[...known].join(', ')}`, `可用决策：${[...known].join('、')}`];
      return [
        {
          rule: 'decision-unknown',
          severity: 'error',
          elementId: id,
          line: null,
          message: {
            en: `Business rule task "${name || id}" runs the decision "${decisionId}", which is not there; ${en}.`,
            zh: `业务规则任务“${name || id}”要运行决策“${decisionId}”，但它不存在；${zh}。`,
          },
          section: null,
        },
      ];
    }),
  );
}

function asProblem({ rule, message }: DecisionProblem): Problem {
  return { rule, severity: 'error', elementId: null, line: null, message, section: null };
}
