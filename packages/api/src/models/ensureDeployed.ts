import { compile, parseModel, type ProcessGraph } from '@dealwright/bpmn';
import { latestDeploymentId } from '@dealwright/store';
import type { TemplateSummary } from '../contract/index.ts';
import { refusals } from '../errors/refusals.ts';
import type { Platform } from '../Platform.ts';

type Needs = Pick<Platform, 'em' | 'runtime' | 'templates'>;

/**
 * Deploys the template of a process that has no version yet; a process without template or with a version is left
 * as it is.
 *
 * @returns whether it was deployed now
 */
export async function ensureDeployed(platform: Needs, processId: string, actorId: string | null): Promise<boolean> {
  if ((await latestDeploymentId(platform.em(), processId)) !== null) return false;
  const template = templateOf(platform.templates, processId);
  if (template === null) return false;
  const note = 'From the template · 由模板发布';
  await platform.runtime.deploy({ xml: template.xml, decisions: template.decisions, note, actorId });
  return true;
}

/** The process to propose for an import: its latest version, else its template. @throws "not-found" */
export async function graphToImportInto(platform: Needs, processId: string): Promise<ProcessGraph> {
  const deploymentId = await latestDeploymentId(platform.em(), processId);
  if (deploymentId !== null) return platform.runtime.graph(deploymentId);
  const template = templateOf(platform.templates, processId);
  if (template === null) throw refusals.notFound('process');
  return compile(await parseModel(template.xml), processId);
}

function templateOf(templates: readonly TemplateSummary[], processId: string): TemplateSummary | null {
  return templates.find((template) => template.processId === processId) ?? null;
}

/** The process id that somebody means who names a process or a template. */
export function processIdOf(templates: readonly TemplateSummary[], name: string): string {
  return templates.find((template) => template.key === name)?.processId ?? name;
}
