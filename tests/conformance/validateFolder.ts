import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileReport, ValidationReport } from './Report.ts';
import { supervise } from './supervise.ts';
import { UsageError } from './UsageError.ts';

/**
 * Validates every `.bpmn` file below a folder, in the order of their paths.
 *
 * @throws UsageError when the folder is missing or holds no model
 */
export async function validateFolder(folder: string): Promise<ValidationReport> {
  const names = await modelsBelow(folder);
  const files = await supervise<FileReport>({ do: 'validate', folder, files: names }, names.length, (piece, error) => {
    return { file: names[piece] ?? '', verdict: 'crashed', problems: [], crash: error.message };
  });
  const count = (verdict: FileReport['verdict']) => files.filter((one) => one.verdict === verdict).length;
  return { folder, ok: count('ok'), refused: count('refused'), crashed: count('crashed'), files };
}

async function modelsBelow(folder: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  const models = entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.bpmn'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
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
