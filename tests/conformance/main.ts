import { writeFile } from 'node:fs/promises';
import { withServer } from './execution/withServer.ts';
import { planSuite } from './planSuite.ts';
import { suiteLines, validationLines } from './printReport.ts';
import { HELP, readArguments, type Request } from './readArguments.ts';
import { modeReport, type CaseReport, type ModeReport, type SuiteReport, type ValidationReport } from './Report.ts';
import { supervise } from './supervise.ts';
import { UsageError } from './UsageError.ts';
import { validateFolder } from './validateFolder.ts';

// `pnpm conformance`: runs a folder of models against the executor and the validator. Exit code 0: all passed, 1: a case
// failed (or a model crashed the validator), 2: the command was given something that it can't use.

async function run(request: Request): Promise<number> {
  if (request.what === 'help') {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const report = request.what === 'validate' ? await validateFolder(request.folder) : await runSuite(request);
  const validation = 'files' in report;
  const lines = validation ? validationLines(report) : suiteLines(report);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (request.json !== null) await writeJson(request.json, report);
  return (validation ? report.crashed > 0 : report.runs.some((one) => one.failed > 0)) ? 1 : 0;
}

async function runSuite({ suite, dir, databases }: Extract<Request, { what: 'suite' }>): Promise<SuiteReport> {
  const cases = await planSuite(suite, dir);
  const runs: ModeReport[] = [];
  for (const mode of databases ?? (['pure'] as const)) {
    const reports = await withServer(mode, (serverUrl) =>
      supervise<CaseReport>({ do: 'run', suite, dir, mode, serverUrl }, cases.length, (piece, error) => {
        const given = cases[piece];
        if (!given) throw new RangeError(`there is no case ${piece}`);
        return given.failed(error);
      }),
    );
    runs.push(
      modeReport(
        mode,
        reports.map((report, at) => ({ group: cases[at]?.group ?? '', report })),
      ),
    );
  }
  return { suite, dir, runs };
}

async function writeJson(file: string, report: SuiteReport | ValidationReport): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} can't be written: ${reason}`, `无法写入 ${file}：${reason}`);
  }
}

async function runToCode(): Promise<number> {
  try {
    return await run(await readArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.text.en}\n${error.text.zh}\n`);
    return 2;
  }
}

process.exitCode = await runToCode();
