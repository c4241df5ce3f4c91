import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTemplates } from './templates.ts';

it('offers the standard sale and the fast sale, named in both languages', async () => {
  const templates = await readTemplates();
  expect(templates.map((template) => template.key)).toEqual(
    expect.arrayContaining(['standard-sale', 'inbound-fast-sale']),
  );
  for (const { name, description, xml, processId } of templates) {
    expect([name.en, name.zh, description.en, description.zh].every(Boolean)).toBe(true);
    expect(xml).toContain(`id="${processId}"`);
  }
});

it('names the file of a template that says too little', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dealwright-templates-'));
  await mkdir(join(folder, 'half'));
  await writeFile(join(folder, 'half/template.json'), '{"key":"half"}');
  await expect(readTemplates(folder)).rejects.toThrow(/half.template\.json[\s\S]*name/);
  await rm(folder, { recursive: true });
});
