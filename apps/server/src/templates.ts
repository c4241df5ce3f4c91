import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TemplateSummary } from '@dealwright/api/contract';
import { compile, parseModel } from '@dealwright/bpmn';
import { z } from 'zod';

const PROCESSES = fileURLToPath(new URL('../../../processes', import.meta.url));
const labels = z.object({ en: z.string().min(1), zh: z.string().min(1) });
const manifest = z.object({ key: z.string().min(1), name: labels, description: labels });

/**
 * The process templates of the repository: a folder each, with `template.json`, the drawing `process.bpmn`, and any DMN
 * files that it asks for.
 */
export async function readTemplates(folder: string = PROCESSES): Promise<readonly TemplateSummary[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map((name) => readTemplate(join(folder, name))));
}

async function readTemplate(folder: string): Promise<TemplateSummary> {
  const file = join(folder, 'template.json');
  const read = manifest.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const xml = await readFile(join(folder, 'process.bpmn'), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.dmn')).toSorted();
  const decisions = await Promise.all(
    names.map(async (name) => ({ name, xml: await readFile(join(folder, name), 'utf8') })),
  );
  return { ...read.data, processId: compile(await parseModel(xml)).processId, xml, decisions };
}
