import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDeployed, processIdOf } from '@dealwright/api/server';
import {
  type DirtFinding,
  importCrm as runImport,
  inspect,
  type ImportReport,
  readExport,
  suggestMapping,
} from '@dealwright/sales';
import { DealwrightError, latestDeploymentId } from '@dealwright/store';
import { compose } from '../compose.ts';
import type { Config } from '../config/readConfig.ts';
import { createLog } from '../log.ts';

/** Rows of each kind of dirt that the console shows; the report file has them all. */
const SHOWN_ROWS = 10;

export interface ImportCrmCommand {
  readonly folder: string;
  /** id of a process, or name of a template */
  readonly process: string;
  readonly reportFile: string | null;
}

/**
 * Imports a CRM export from a folder, with progress and a report of everything odd on the console.
 *
 * @returns the exit code
 * @throws DealwrightError naming file, line and column when the export can't be read; nothing is changed then
 */
export async function importCrm(
  config: Config,
  command: ImportCrmCommand,
  say: (line: string) => void,
): Promise<number> {
  const data = readExport(await readFiles(command.folder));
  for (const file of data.files) say(`${file.name}: ${file.rows} rows, ${file.kind}, ${file.encoding}`);
  // a log between the lines of progress helps nobody; what goes wrong is thrown
  const { platform, runtime, store, close } = await compose(config, createLog('error'));
  try {
    const processId = processIdOf(platform.templates, command.process);
    if (await ensureDeployed(platform, processId, null)) say(`Deployed the process ${processId} from its template.`);
    const deploymentId = await latestDeploymentId(platform.em(), processId);
    if (deploymentId === null) throw notDeployed(command.process);
    const mapping = suggestMapping(data, await runtime.graph(deploymentId));
    say(
      `Mapping: ${words(mapping.stages)}${Object.keys(mapping.products).length > 0 ? `; ${words(mapping.products)}` : ''}`,
    );
    const started = platform.now();
    let told = started;
    const report = await runImport(
      { ...platform, graph: (id) => runtime.graph(id) },
      {
        runId: platform.newId(),
        data,
        mapping,
        actorId: null,
        onProgress({ done, total }) {
          if (platform.now() - told < 1000 && done < total) return;
          told = platform.now();
          say(`${done} of ${total} deals, ${((told - started) / 1000).toFixed(0)} s`);
        },
      },
    );
    await store.maintain();
    const findings = inspect(data);
    tell(report, findings, say);
    if (command.reportFile !== null) {
      await writeFile(command.reportFile, `${JSON.stringify({ ...report, mapping, findings }, null, 2)}\n`);
      say(`The whole report: ${command.reportFile}`);
    }
    return 0;
  } finally {
    await close();
  }
}

async function readFiles(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  if (!existsSync(folder)) {
    throw new DealwrightError('folder-not-found', {
      en: `There is no folder ${folder}.`,
      zh: `找不到文件夹 ${folder}。`,
    });
  }
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}

function tell(report: ImportReport, findings: readonly DirtFinding[], say: (line: string) => void): void {
  const { totals } = report;
  say('');
  say(`${report.created} rows created, ${report.unchanged} here already and unchanged.`);
  say(`Deals: ${totals.deals} (${words(totals.byStage)}), ${totals.owners} owners, won value ${totals.wonValue}`);
  say(`Accounts: ${totals.accounts}, products: ${totals.products}, people: ${totals.people}`);
  for (const dirt of report.dirt) {
    say('');
    say(`${dirt.count} × ${dirt.label.en ?? dirt.kind} · ${dirt.label.zh ?? ''}`);
    say(`  ${dirt.treatment.en ?? ''}`);
    const rows = findings.find((finding) => finding.kind === dirt.kind)?.rows ?? dirt.examples;
    for (const row of rows.slice(0, SHOWN_ROWS)) say(`  ${row.file}:${row.line} ${row.value}`);
    if (dirt.count > SHOWN_ROWS) say(`  … and ${dirt.count - SHOWN_ROWS} more (--report <file> writes them all)`);
  }
}

function words(record: Readonly<Record<string, string | number>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? value : `→ ${value}`}`)
    .join(', ');
}

function notDeployed(processId: string): DealwrightError {
  return new DealwrightError('process-not-deployed', {
    en: `No process "${processId}" is deployed, and there is no template of that name.`,
    zh: `流程“${processId}”尚未发布，也没有同名模板。`,
  });
}
