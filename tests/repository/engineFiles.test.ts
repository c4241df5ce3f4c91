import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The executor is made of small files, one per behaviour.

const SRC = fileURLToPath(new URL('../../packages/engine/src/', import.meta.url));
const LONGEST = 300;

it(`no file of the executor is longer than ${LONGEST} lines`, async () => {
  const files = (await readdir(SRC, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(50);
  const lengths = await Promise.all(
    files.map(async (file) => ({
      file,
      lines: (await readFile(`${SRC}${file}`, 'utf8')).trimEnd().split('\n').length,
    })),
  );
  expect(lengths.filter(({ lines }) => lines > LONGEST)).toEqual([]);
});
