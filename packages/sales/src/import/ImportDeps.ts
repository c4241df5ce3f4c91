import type { ProcessGraph } from '@dealwright/bpmn';
import type { Evaluator } from '@dealwright/expression';
import type { AssignmentResolver } from '@dealwright/runtime';
import type { SalesDeps } from '../SalesDeps.ts';

/** What making deals of the past needs: the executor's parts, without the runtime's own clock. */
export interface ImportDeps extends SalesDeps {
  /** `Runtime.graph` */
  readonly graph: (deploymentId: string) => Promise<ProcessGraph>;
  readonly evaluator: Evaluator;
  /** for tasks that are not the owner's by drawing */
  readonly assign: AssignmentResolver;
}
