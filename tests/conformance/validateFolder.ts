import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ModelError, parseModel, validate, type Problem } from '../../packages/bpmn/src/index.ts';
import { readText } from './readJson.ts';
import type { FileReport, ValidationReport } from './Report.ts';
import { UsageError } from './UsageError.ts';

/**
 * Validates every `.bpmn` file below a folder, in the order of their paths. A file that can't be read as a model is
 * refused with the one problem that stops it; any other error is a crash of ours and is told as that.
 *
 * @throws UsageError when the folder is missing or holds no model
 */
export async function validateFolder(folder: string): Promise<ValidationReport> {
  const files: FileReport[] = [];
  for (const file of await modelsBelow(folder)) {
    files.push({ file: relative(folder, file).split(sep).join('/'), ...(await verdictOn(file)) });
  }
  const count = (verdict: FileReport['verdict']) => files.filter((one) => one.verdict === verdict).length;
  return { folder, ok: count('ok'), refused: count('refused'), crashed: count('crashed'), files };
}

async function verdictOn(file: string): Promise<Omit<FileReport, 'file'>> {
  try {
    const problems = validate(await parseModel(await readText(file)));
    const refused = problems.some((problem) => problem.severity === 'error');
    return { verdict: refused ? 'refused' : 'ok', problems, crash: null };
  } catch (error) {
    if (error instanceof ModelError) return { verdict: 'refused', problems: [problemOf(error)], crash: null };
    const crash = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { verdict: 'crashed', problems: [], crash };
  }
}

function problemOf({ code, elementId, line, messages }: ModelError): Problem {
  return { rule: code, severity: 'error', elementId, line, message: messages, section: null };
}

async function modelsBelow(folder: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  const models = entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.bpmn'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (models.length > 0) return models;
  throw new UsageError(`${folder} holds no .bpmn file.`, `${folder} 中没有 .bpmn 文件。`);
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new UsageError(`The folder ${folder} can't be read.`, `无法读取文件夹 ${folder}。`);
  }
}
