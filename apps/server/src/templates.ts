import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, parseModel } from '@dealwright/bpmn';
import type { TemplateSummary } from '@dealwright/api/contract';

const PROCESSES = fileURLToPath(new URL('../../../processes', import.meta.url));

/**
 * The process templates of the repository: a folder each, with a drawing of the folder's name and a page in each
 * language. The name is the process's own, the description the page's first paragraph.
 */
export async function readTemplates(folder: string = PROCESSES): Promise<readonly TemplateSummary[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const keys = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, `${entry.name}.bpmn`)))
    .map((entry) => entry.name)
    .toSorted();
  return Promise.all(keys.map((key) => readTemplate(folder, key)));
}

async function readTemplate(folder: string, key: string): Promise<TemplateSummary> {
  const xml = await readFile(join(folder, key, `${key}.bpmn`), 'utf8');
  const graph = compile(await parseModel(xml));
  const labels = graph.nodes[0]?.business.labels ?? {};
  const en = await firstParagraph(join(folder, key, 'README.md'));
  const zh = await firstParagraph(join(folder, key, 'README.zh-CN.md'));
  return {
    key,
    name: { en: graph.name, zh: graph.name, ...labels },
    description: { ...(en === null ? {} : { en }), ...(zh === null ? {} : { zh }) },
    xml,
  };
}

/** The first paragraph that is text: no heading, no picture, no link to the other language. */
async function firstParagraph(file: string): Promise<string | null> {
  if (!existsSync(file)) return null;
  const paragraphs = (await readFile(file, 'utf8')).split(/\r?\n\s*\r?\n/).map((part) => part.trim());
  const text = paragraphs.find((part) => part !== '' && !/^[#!*[|>`-]/.test(part));
  return text === undefined ? null : text.replaceAll(/\s*\n\s*/g, ' ');
}
