import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Lowest first: a package imports only from floors below its own. */
const FLOORS = ['bpmn', 'expression', 'engine', 'store', 'runtime', 'connectors', 'sales', 'insight', 'api'];
/** Floors that may use less than everything below them. */
const ONLY: Readonly<Record<string, readonly string[]>> = { engine: ['bpmn'], web: ['bpmn', 'api'] };

describe('the floors of the house', () => {
  it('names every package', async () => {
    const folders = await readdir(join(root, 'packages'));
    expect(folders.toSorted()).toEqual(FLOORS.toSorted());
  });

  it.each([...FLOORS.map((name) => `packages/${name}`), 'apps/server', 'apps/web'])(
    '%s imports only from below',
    async (folder) => {
      const name = folder.split('/')[1] ?? '';
      const allowed = ONLY[name] ?? (folder.startsWith('apps/') ? FLOORS : FLOORS.slice(0, FLOORS.indexOf(name)));
      const wrong: string[] = [];
      for (const file of await sourceFiles(join(root, folder, 'src'))) {
        for (const target of await importsOf(file)) {
          const floor = /^@dealwright\/([^/]+)/.exec(target)?.[1];
          if (floor && floor !== name && !allowed.includes(floor)) wrong.push(`${file.slice(root.length)} → ${target}`);
          if (/(^|\/)(packages|apps)\//.test(target))
            wrong.push(`${file.slice(root.length)} → ${target} (import by package name)`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('keeps the engine free of everything but the graph', async () => {
    const outside = new Set<string>();
    for (const file of await sourceFiles(join(root, 'packages/engine/src'))) {
      if (file.endsWith('.test.ts')) continue;
      for (const target of await importsOf(file)) if (!target.startsWith('.')) outside.add(target);
    }
    expect([...outside]).toEqual(['@dealwright/bpmn']);
  });

  it('declares what it imports', async () => {
    const missing: string[] = [];
    for (const folder of [...FLOORS.map((name) => `packages/${name}`), 'apps/server', 'apps/web']) {
      const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as {
        dependencies?: Record<string, string>;
      };
      for (const file of await sourceFiles(join(root, folder, 'src'))) {
        if (file.endsWith('.test.ts') || file.includes('/testing/')) continue;
        for (const target of await importsOf(file)) {
          if (target.startsWith('.') || target.startsWith('node:')) continue;
          const dependency = target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/');
          if (!manifest.dependencies?.[dependency]) missing.push(`${file.slice(root.length)} → ${target}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});

async function sourceFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Static, dynamic and re-exporting imports; text in comments and strings of code is rare enough not to matter. */
async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  const found = [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ];
  return found.map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
