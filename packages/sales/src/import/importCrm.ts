import { DealwrightError, latestDeploymentId, query, transaction } from '@dealwright/store';
import { SalesError } from '../SalesError.ts';
import { writeAudit } from '../writeAudit.ts';
import type { CrmExport } from './CrmExport.ts';
import { importedTotals } from './importedTotals.ts';
import type { ImportDeps } from './ImportDeps.ts';
import type { ImportMapping } from './ImportMapping.ts';
import type { ImportReport } from './ImportReport.ts';
import { inspect, summarise } from './inspect.ts';
import { importAccounts, importProducts } from './run/importCatalogue.ts';
import { importDeals } from './run/importDeals.ts';
import { importPeople } from './run/importPeople.ts';
import { checkMapping } from './mapping.ts';
import { Tally } from './run/Tally.ts';

export interface ImportRequest {
  /** id of the run, made by the caller so that it can be asked about at once */
  readonly runId: string;
  /** from `readExport` */
  readonly data: CrmExport;
  readonly mapping: ImportMapping;
  readonly actorId: string | null;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * Imports a CRM export: people with managers and teams, accounts, products, and each deal with a process instance that
 * has its own dates. The process must be deployed. Importing the same again changes nothing; rows that have changed in
 * the file since are reported ("changed-since-import") and not overwritten. Each batch is written wholly or not at all;
 * a run that failed can be run again and goes on where it stopped.
 *
 * Throws `process-not-deployed` and what `checkMapping` throws, before anything is written. Whatever fails later is in
 * the run's row too.
 */
export async function importCrm(deps: ImportDeps, request: ImportRequest): Promise<ImportReport> {
  const { data, mapping, actorId, runId } = request;
  const deploymentId = await latestDeploymentId(deps.em(), mapping.processId);
  if (deploymentId === null) throw notDeployed(mapping.processId);
  const graph = await deps.graph(deploymentId);
  const checked = checkMapping(data, mapping, graph);
  const total = data.pipeline.length;
  const tally = new Tally();
  await beginRun(deps, request, total);
  try {
    const catalogue = await transaction(deps.em(), async (em) => ({
      people: await importPeople(em, deps, data, tally),
      accounts: await importAccounts(em, deps, data, tally),
      products: await importProducts(em, deps, data, mapping, tally),
    }));
    await importDeals(deps, {
      data,
      process: { graph, deploymentId, mapping: checked },
      ...catalogue,
      actorId,
      tally,
      async onBatch(em, done) {
        await query(em, `update import_run set done = $2 where id = $1`, [runId, done]);
      },
      onCommitted: (done) => request.onProgress?.({ done, total }),
    });
    // the embedded database never gathers statistics by itself, and plans badly for thousands of new rows without
    await query(
      deps.em(),
      `analyze person, account, product, deal, instance, open_task, closed_task, offered_task,
       standing_token, step`,
    );
    const report = await reportOf(deps, data, tally, null);
    await endRun(deps, runId, 'done', report);
    return report;
  } catch (error) {
    await endRun(deps, runId, 'failed', await reportOf(deps, data, tally, reasonOf(error)));
    throw error;
  }
}

async function beginRun(deps: ImportDeps, request: ImportRequest, total: number): Promise<void> {
  await transaction(deps.em(), async (em) => {
    await query(
      em,
      `insert into import_run (id, kind, status, by_id, started_at, total) values ($1, 'crm', 'running', $2, $3, $4)`,
      [request.runId, request.actorId, new Date(deps.now()), total],
    );
    await writeAudit(em, deps, {
      actorId: request.actorId,
      action: 'import.run',
      subjectType: 'import',
      subjectId: request.runId,
      before: null,
      after: { files: request.data.files.map((file) => file.name), mapping: request.mapping },
    });
  });
}

async function endRun(deps: ImportDeps, runId: string, status: 'done' | 'failed', report: ImportReport): Promise<void> {
  await query(deps.em(), `update import_run set status = $2, ended_at = $3, report = $4 where id = $1`, [
    runId,
    status,
    new Date(deps.now()),
    { ...report },
  ]);
}

async function reportOf(
  deps: ImportDeps,
  data: CrmExport,
  tally: Tally,
  error: ImportReport['error'],
): Promise<ImportReport> {
  const changed = {
    kind: 'changed-since-import',
    label: { en: 'Row changed since it was imported', zh: '导入之后发生变化的行' },
    treatment: {
      en: 'Not overwritten: what stands here stays. Change it by hand if the file is right.',
      zh: '不覆盖，保留现有内容；如以文件为准，请手工修改。',
    },
    rows: tally.conflicts,
  };
  const findings = tally.conflicts.length > 0 ? [changed, ...inspect(data)] : inspect(data);
  return {
    totals: await importedTotals(deps.em()),
    created: tally.created,
    unchanged: tally.unchanged,
    dirt: findings.map(summarise),
    error,
  };
}

/** In words where we have them, else as the error says it. */
function reasonOf(error: unknown): ImportReport['error'] {
  if (error instanceof DealwrightError) return error.messages;
  const message = error instanceof Error ? error.message : String(error);
  return { en: message, zh: message };
}

function notDeployed(processId: string): SalesError {
  return new SalesError(
    'process-not-deployed',
    {
      en: `The process "${processId}" is not deployed. Deploy it first, then import.`,
      zh: `流程“${processId}”尚未发布，请先发布再导入。`,
    },
    { place: { field: 'mapping.processId' } },
  );
}
