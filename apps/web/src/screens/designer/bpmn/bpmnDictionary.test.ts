import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { bpmnDictionary } from './bpmnDictionary.ts';

const require = createRequire(import.meta.url);
const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'];

function sources(library: string, folder: string): string {
  const root = join(dirname(require.resolve(`${library}/package.json`)), folder);
  return globSync('**/*.js', { cwd: root })
    .map((file) => withoutComments(readFileSync(join(root, file), 'utf8')))
    .join('\n');
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

/** Texts passed to translate() and the labels of the replace and append menus, which are translated when shown. */
function texts(code: string): Set<string> {
  const found = new Set<string>();
  for (const [, text = ''] of code.matchAll(/\btranslate\(\s*'([A-Za-z][^']*)'\s*[,)]/g)) found.add(text);
  return found;
}
function labels(code: string): Set<string> {
  const found = new Set<string>();
  for (const [, text = ''] of code.matchAll(/\blabel: '([^']+)'/g)) found.add(text);
  for (const [, text = ''] of code.matchAll(/_ERR_MSG = '([^']+)'/g)) found.add(text);
  return found;
}

test('every text of bpmn-js, diagram-js and the minimap has a Chinese one', () => {
  const bpmnJs = sources('bpmn-js', 'lib');
  const wanted = new Set([
    ...texts(bpmnJs),
    ...labels(bpmnJs),
    ...texts(sources('diagram-js', 'lib')),
    ...texts(sources('diagram-js-minimap', 'dist').slice(0, 200_000)),
    ...alignments.map((alignment) => `Align elements ${alignment}`),
  ]);
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((text) => bpmnDictionary[text] === undefined)).toEqual([]);
});

test('placeholders are the same in both languages', () => {
  const holders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [en, zh] of Object.entries(bpmnDictionary)) expect(holders(zh), en).toEqual(holders(en));
});
