import { compile, parseModel, type ProcessGraph } from '@dealwright/bpmn';
import { type DecisionModel, mergeDecisions, parseDecisions } from '@dealwright/expression';
import { type DecisionFile, type EntityManager, findDeployment } from '@dealwright/store';
import { NotFound } from './errors/NotFound.ts';

/** What a deployed version is made of, ready to be run. */
export interface LoadedVersion {
  readonly graph: ProcessGraph;
  /** null when no decisions were deployed with the drawing */
  readonly decisions: DecisionModel | null;
  /** ids of the calendars that the drawing names */
  readonly calendars: readonly string[];
}

/** Compiled versions by deployment: a deployed version never changes, so its files are read once. */
export interface Graphs {
  get(em: EntityManager | (() => EntityManager), deploymentId: string): Promise<ProcessGraph>;
  load(em: EntityManager, deploymentId: string): Promise<LoadedVersion>;
}

/** Keeps the `size` versions used last. */
export function createGraphs(size = 200): Graphs {
  const kept = new Map<string, LoadedVersion>();
  async function load(em: EntityManager | (() => EntityManager), deploymentId: string): Promise<LoadedVersion> {
    const version = kept.get(deploymentId) ?? (await read(typeof em === 'function' ? em() : em, deploymentId));
    // a map keeps the order of insertion: what is used goes to the end, what is used least falls off the front
    kept.delete(deploymentId);
    kept.set(deploymentId, version);
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    return version;
  }
  return { load, get: async (em, deploymentId) => (await load(em, deploymentId)).graph };
}

async function read(em: EntityManager, deploymentId: string): Promise<LoadedVersion> {
  const deployment = await findDeployment(em, deploymentId);
  if (!deployment) throw new NotFound('deployment', deploymentId);
  const graph = compile(await parseModel(deployment.xml, { diagrams: 'left out' }), deployment.processId);
  return { graph, decisions: await readDecisions(deployment.decisions), calendars: calendarsOf(graph) };
}

/** Ids of the calendars that a drawing names, each once. */
export function calendarsOf({ nodes }: ProcessGraph): readonly string[] {
  const named = nodes.flatMap(({ business, events }) => [
    ...(business.sla !== null ? [business.calendar] : []),
    ...events.map((event) => (event.kind === 'timer' ? event.timer.calendar : undefined)),
  ]);
  return [...new Set(named.filter((id) => id !== undefined))];
}

/** The decisions of a version's files as one model; null when it has none. Throws `DecisionError`. */
export async function readDecisions(files: readonly DecisionFile[]): Promise<DecisionModel | null> {
  if (files.length === 0) return null;
  return mergeDecisions(await Promise.all(files.map(({ xml }) => parseDecisions(xml))));
}
