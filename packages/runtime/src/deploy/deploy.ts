import { compileAll, type Problem, type ProcessGraph } from '@dealwright/bpmn';
import { type DecisionFile, query, queryOne } from '@dealwright/store';
import type { Core, Unit } from '../Core.ts';
import { checkCalendars } from './checkCalendars.ts';
import { ModelRefused } from '../errors/ModelRefused.ts';
import type { DeployedProcess } from '../Runtime.ts';
import { writeAudit } from '../tasks/changeAssignee.ts';
import { judgeModel } from './judgeModel.ts';
import { replaceStartSubscriptions } from './startSubscriptions.ts';

export interface DeployRequest {
  readonly xml: string;
  /** DMN files that are deployed with it */
  readonly decisions?: readonly DecisionFile[];
  readonly note: string;
  readonly actorId: string | null;
}

export interface Deployed extends DeployedProcess {
  readonly modelId: string;
  /** every process of the file that was deployed, this one first */
  readonly processes: readonly DeployedProcess[];
  readonly warnings: readonly Problem[];
}

export interface ReadModel {
  /** the processes of the file that are meant to run, in its order */
  readonly graphs: readonly ProcessGraph[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads and judges a model and its decisions before any transaction. Throws `ModelError` (not BPMN at all) or
 * `ModelRefused`.
 */
export async function readModel(xml: string, decisions: readonly DecisionFile[] = []): Promise<ReadModel> {
  const { model, problems } = await judgeModel(xml, decisions);
  if (problems.some((problem) => problem.severity === 'error')) throw new ModelRefused(problems);
  return { graphs: compileAll(model), warnings: problems };
}

/**
 * Puts each process of a file to work as its next version. Running instances stay on theirs; new ones take this. The
 * file is the draft of the first process's model; another process that has a model of its own counts as a version of it.
 * Throws `ModelRefused` when it names a calendar that there is not.
 */
export async function deploy(
  core: Core,
  unit: Unit,
  request: DeployRequest,
  { graphs, warnings }: ReadModel,
): Promise<Deployed> {
  // two at once get two versions, one after the other; in one order, so that none waits for the other
  for (const processId of graphs.map((graph) => graph.processId).toSorted()) {
    await query(unit.em, 'select pg_advisory_xact_lock(hashtext($1))', [`deploy:${processId}`]);
  }
  const [main, ...others] = graphs;
  if (!main) throw new RangeError('the model has no process to deploy');
  await checkCalendars(unit.em, graphs);
  const modelId = await modelOf(core, unit, main, request);
  const first = await deployProcess(core, unit, main, { ...request, modelId, bundleId: null });
  const processes = [first];
  for (const graph of others) {
    const own = await modelIdOf(unit, graph.processId);
    const what = { ...request, modelId: own ?? modelId, bundleId: first.deploymentId };
    processes.push(await deployProcess(core, unit, graph, what));
  }
  return { ...first, modelId, processes, warnings };
}

async function deployProcess(
  core: Core,
  unit: Unit,
  graph: ProcessGraph,
  what: DeployRequest & { readonly modelId: string; readonly bundleId: string | null },
): Promise<DeployedProcess> {
  const { em } = unit;
  const { processId } = graph;
  const { modelId, bundleId, actorId, note } = what;
  const at = core.nowIso();
  const last = await queryOne<{ version: number | null }>(
    em,
    'select max(version) as version from deployment where process_id = $1',
    [processId],
  );
  const version = (last?.version ?? 0) + 1;
  const deploymentId = core.options.newId();
  await query(
    em,
    `insert into deployment (id, model_id, process_id, version, xml, note, deployed_by, deployed_at, bundle_id, decisions)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9, $10::jsonb)`,
    [
      deploymentId,
      modelId,
      processId,
      version,
      what.xml,
      note,
      actorId,
      at,
      bundleId,
      JSON.stringify(what.decisions ?? []),
    ],
  );
  await replaceStartSubscriptions(core, unit, graph, deploymentId);
  await writeAudit(em, actorId, at, {
    id: core.options.newId(),
    action: 'model.deploy',
    subjectType: 'model',
    subjectId: modelId,
    before: last?.version ? { version: last.version } : null,
    after: { version, deploymentId, note, ...(bundleId === null ? {} : { processId }) },
  });
  return { processId, deploymentId, version };
}

/** The model of a process, made from what is deployed when there is none yet. */
async function modelOf(core: Core, unit: Unit, graph: ProcessGraph, request: DeployRequest): Promise<string> {
  const { processId, name } = graph;
  const labels = graph.nodes[0]?.business.labels ?? {};
  await query(
    unit.em,
    `insert into model (id, process_id, name, labels, draft_xml, draft_by, created_at, updated_at, draft_decisions)
     values ($1, $2, $3, $7, $4, $5, $6::timestamptz, $6::timestamptz, $8::jsonb) on conflict (process_id) do nothing`,
    [
      core.options.newId(),
      processId,
      name || processId,
      request.xml,
      request.actorId,
      core.nowIso(),
      { ...labels },
      JSON.stringify(request.decisions ?? []),
    ],
  );
  const id = await modelIdOf(unit, processId);
  if (id === null) throw new Error(`the model of ${processId} was not kept`);
  return id;
}

async function modelIdOf({ em }: Unit, processId: string): Promise<string | null> {
  const model = await queryOne<{ id: string }>(em, 'select id from model where process_id = $1', [processId]);
  return model?.id ?? null;
}
