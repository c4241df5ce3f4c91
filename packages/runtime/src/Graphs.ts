import { compile, parseModel, type ProcessGraph } from '@dealwright/bpmn';
import { type EntityManager, findDeployment } from '@dealwright/store';
import { NotFound } from './errors/NotFound.ts';

/** Compiled models by deployment: a deployed version never changes, so its XML is read once. */
export interface Graphs {
  get(em: EntityManager, deploymentId: string): Promise<ProcessGraph>;
}

/** Keeps the `size` versions used last. */
export function createGraphs(size = 200): Graphs {
  const kept = new Map<string, ProcessGraph>();
  return {
    async get(em, deploymentId) {
      const graph = kept.get(deploymentId) ?? (await load(em, deploymentId));
      // a map keeps the order of insertion: what is used goes to the end, what is used least falls off the front
      kept.delete(deploymentId);
      kept.set(deploymentId, graph);
      const [oldest] = kept.keys();
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
      return graph;
    },
  };
}

async function load(em: EntityManager, deploymentId: string): Promise<ProcessGraph> {
  const deployment = await findDeployment(em, deploymentId);
  if (!deployment) throw new NotFound('deployment', deploymentId);
  return compile(await parseModel(deployment.xml), deployment.processId);
}
