import type { JsonObject } from '@dealwright/engine';
import { ExpressionError } from '@dealwright/expression';
import { query } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import type { EvaluateConditionsRequest, EvaluatedConditions } from '../Runtime.ts';
import { start } from './start.ts';

interface Conditional {
  readonly id: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly nodeId: string;
  readonly event: number;
}

/**
 * Starts an instance for each conditional start event of a newest version whose condition is true over the variables
 * (BPMN 2.0.2, 10.5.2 and 13.5.1). A condition that fails keeps no other from being looked at.
 */
export async function evaluateConditions(
  core: Core,
  unit: Unit,
  { variables, actorId, commandId }: EvaluateConditionsRequest,
): Promise<EvaluatedConditions> {
  const conditionals = await query<Conditional>(
    unit.em,
    `select id, deployment_id as "deploymentId", process_id as "processId", node_id as "nodeId", event
     from start_subscription where kind = 'condition' order by id`,
  );
  const started: EvaluatedConditions['started'][number][] = [];
  const failed: EvaluatedConditions['failed'][number][] = [];
  for (const { id, deploymentId, processId, nodeId, event } of conditionals) {
    const graph = await core.graphs.get(unit.em, deploymentId);
    const definition = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1]?.events[event];
    if (definition?.kind !== 'conditional') continue;
    try {
      if (!(await isTrue(core, unit, definition.condition, variables))) continue;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      failed.push({ processId, nodeId, message: error.text });
      continue;
    }
    const { instanceId } = await start(core, unit, {
      processId,
      deploymentId,
      startNode: nodeId,
      startEvent: event,
      variables,
      actorId,
      ...(commandId === undefined ? {} : { commandId: `${commandId}:${id}` }),
    });
    started.push({ processId, nodeId, instanceId });
  }
  return { started, failed };
}

/** What is not known yet may still become true. */
async function isTrue(core: Core, unit: Unit, condition: string, variables: JsonObject): Promise<boolean> {
  if (condition === '') return false;
  try {
    return (await unit.evaluator.evaluate(condition, variables, core.options.now())) === true;
  } catch (error) {
    if (error instanceof ExpressionError && error.code === 'variable-unknown') return false;
    throw error;
  }
}
