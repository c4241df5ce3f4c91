import { compile, parseModel, type Problem, type ProcessGraph, validate } from '@dealwright/bpmn';
import { checkExpression } from '@dealwright/expression';
import { query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { ModelRefused } from '../errors/ModelRefused.ts';
import { writeAudit } from '../tasks/changeAssignee.ts';
import { replaceStartSubscriptions } from './startSubscriptions.ts';

export interface DeployRequest {
  readonly xml: string;
  readonly note: string;
  readonly actorId: string | null;
}

export interface Deployed {
  readonly deploymentId: string;
  readonly modelId: string;
  readonly processId: string;
  readonly version: number;
  readonly warnings: readonly Problem[];
}

/** Reads and judges a model before any transaction. Throws `ModelError` (not BPMN at all) or `ModelRefused`. */
export async function readModel(xml: string): Promise<{ graph: ProcessGraph; warnings: readonly Problem[] }> {
  const model = await parseModel(xml);
  const problems = validate(model, { checkExpression });
  if (problems.some((problem) => problem.severity === 'error')) throw new ModelRefused(problems);
  return { graph: compile(model), warnings: problems };
}

/** Puts a model to work as the next version of its process. Running instances stay on theirs; new ones take this. */
export async function deploy(
  core: Core,
  unit: Unit,
  request: DeployRequest,
  { graph, warnings }: Awaited<ReturnType<typeof readModel>>,
): Promise<Deployed> {
  const { em } = unit;
  const { newId } = core.options;
  const { processId } = graph;
  const at = core.nowIso();
  // two at once get two versions, one after the other
  await query(em, 'select pg_advisory_xact_lock(hashtext($1))', [`deploy:${processId}`]);
  const modelId = await modelOf(core, { em, graph, xml: request.xml, at, actorId: request.actorId });
  const last = await queryOne<{ version: number | null }>(
    em,
    'select max(version) as version from deployment where process_id = $1',
    [processId],
  );
  const version = (last?.version ?? 0) + 1;
  const deploymentId = newId();
  await query(
    em,
    `insert into deployment (id, model_id, process_id, version, xml, note, deployed_by, deployed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [deploymentId, modelId, processId, version, request.xml, request.note, request.actorId, at],
  );
  await replaceStartSubscriptions(core, unit, graph, deploymentId);
  await writeAudit(em, request.actorId, at, {
    id: newId(),
    action: 'model.deploy',
    subjectType: 'model',
    subjectId: modelId,
    before: last?.version ? { version: last.version } : null,
    after: { version, deploymentId, note: request.note },
  });
  return { deploymentId, modelId, processId, version, warnings };
}

async function modelOf(
  core: Core,
  what: { em: Unit['em']; graph: ProcessGraph; xml: string; at: string; actorId: string | null },
): Promise<string> {
  const { processId, name } = what.graph;
  const labels = what.graph.nodes[0]?.business.labels ?? {};
  await query(
    what.em,
    `insert into model (id, process_id, name, labels, draft_xml, draft_by, created_at, updated_at)
     values ($1, $2, $3, $7, $4, $5, $6::timestamptz, $6::timestamptz) on conflict (process_id) do nothing`,
    [core.options.newId(), processId, name || processId, what.xml, what.actorId, what.at, { ...labels }],
  );
  const model = await queryOne<{ id: string }>(what.em, 'select id from model where process_id = $1', [processId]);
  if (!model) throw new Error(`the model of ${processId} was not kept`);
  return model.id;
}
