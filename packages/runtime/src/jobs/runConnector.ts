import type { ConnectorDefinition, ProcessGraph } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { type JobRow, queryOne } from '@dealwright/store';
import type { Core } from '../Core.ts';
import type { FollowUps } from '../createCore.ts';
import { BpmnError } from '../errors/BpmnError.ts';
import type { Connector } from '../Runtime.ts';
import { answerByJob } from './answerByJob.ts';
import { JobFault } from './JobFault.ts';

/**
 * Calls a connector, outside any transaction, and answers the token with what it gave. It may be called again for the
 * same job (a lost answer, a server that died): the idempotency key is the job's id. A `BpmnError` goes to the drawing,
 * any other error counts as a failed attempt.
 */
export async function runConnector(core: Core, job: JobRow): Promise<FollowUps> {
  const { instanceId, token } = job;
  if (instanceId === null)
    throw new JobFault('connector-failed', {
      en: 'The job belongs to no instance.',
      zh: '该作业不属于任何实例。',
    });
  const { connector, drawn } = await connectorOf(core, instanceId, String(job.payload['nodeId']));
  const input = (job.payload['input'] ?? {}) as JsonObject;
  let variables: JsonObject;
  try {
    variables = asJson(await connector({ idempotencyKey: job.id, instanceId, input }, drawn));
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    return answerByJob(core, job, { type: 'error', token, code: error.code, message: error.message });
  }
  return answerByJob(core, job, { type: 'complete', token, variables });
}

async function connectorOf(
  core: Core,
  instanceId: string,
  nodeId: string,
): Promise<{ readonly connector: Connector; readonly drawn: ConnectorDefinition }> {
  const em = core.options.em();
  const row = await queryOne<{ deploymentId: string }>(
    em,
    'select deployment_id as "deploymentId" from instance where id = $1',
    [instanceId],
  );
  if (!row)
    throw new JobFault('connector-failed', {
      en: `The instance ${instanceId} is not there.`,
      zh: `实例 ${instanceId} 不存在。`,
    });
  const drawn = definitionAt(await core.graphs.get(em, row.deploymentId), nodeId);
  if (drawn === null) {
    throw new JobFault('connector-missing', {
      en: `"${nodeId}" names no connector: nothing can do its work.`,
      zh: `“${nodeId}”未指定连接器，无法执行。`,
    });
  }
  const { type } = drawn;
  const connector = Object.hasOwn(core.options.connectors, type) ? core.options.connectors[type] : undefined;
  if (!connector) {
    const known = Object.keys(core.options.connectors).join(', ');
    throw new JobFault('connector-unknown', {
      en: `This server has no connector "${type}" (it has: ${known}).`,
      zh: `服务器上没有连接器“${type}”（可用：${known}）。`,
    });
  }
  return { connector, drawn };
}

function definitionAt(graph: ProcessGraph, nodeId: string): ConnectorDefinition | null {
  const node = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1];
  return node?.business.connector ?? null;
}

/** Only what JSON can hold is kept: a date becomes a text, a function nothing. */
function asJson(value: unknown): JsonObject {
  const json = JSON.parse(JSON.stringify(value ?? {})) as unknown;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new JobFault('connector-result', { en: 'The connector gave no object.', zh: '连接器未返回对象。' });
  }
  return json as JsonObject;
}
