import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMetrics } from '../../apps/server/src/operations/createMetrics.ts';
import { HELP } from '../../apps/server/src/commandLine.ts';
import { VARIABLES } from '../../apps/server/src/config/readConfig.ts';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let page: string;
beforeAll(async () => {
  page = await readFile(join(root, 'docs/operations.md'), 'utf8');
});
const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted((a, b) => a.localeCompare(b));

it('docs/operations.md has a row for every variable, and none that is not read', () => {
  const known = VARIABLES.flatMap(({ name }) => name.split(', '));
  const inTable = [...page.matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
  );
  expect(sorted(inTable)).toEqual(sorted(known));
});

it('what the configuration reads is what --help tells of', async () => {
  const source = await readFile(join(root, 'apps/server/src/config/readConfig.ts'), 'utf8');
  const read = [...source.matchAll(/^ {4}([A-Z][A-Z_]+): z/gm)].map(([, name = '']) => name);
  expect(sorted(read)).toEqual(sorted(VARIABLES.flatMap(({ name }) => name.split(', '))));
});

it('names no variable anywhere else that the program does not know', () => {
  const known = new Set([
    ...VARIABLES.flatMap(({ name }) => name.split(', ')),
    'OTEL_EXPORTER_OTLP_HEADERS',
    'SMTP_URL',
  ]);
  const named = [...page.matchAll(/\b(?:DEALWRIGHT|OTEL|DATABASE|SMTP|LOG)_[A-Z_]+\b/g)].map(([name]) => name);
  expect(sorted(named).filter((name) => !known.has(name))).toEqual([]);
});

it('docs/operations.md has a row for every metric, and none that is not counted', async () => {
  const metrics = createMetrics({
    // no database: what is asked of it fails, and is said to
    em: () => ({}) as never,
    store: { pool: () => ({ size: 1, idle: 1, waiting: 0 }) },
    now: () => 0,
    clock: () => 0,
    process: false,
  });
  const { body } = await metrics.text();
  const counted = [...body.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name);
  expect(counted.length).toBeGreaterThan(5);
  const inTable = [...page.matchAll(/^\| `(dealwright_[a-z_]+)` \|/gm)].map(([, name = '']) => name);
  expect(sorted(inTable)).toEqual(sorted(counted));
  const named = [...page.matchAll(/\bdealwright_[a-z_]+\b/g)].map(([name]) => name);
  expect(sorted(named)).toEqual(sorted(counted));
});

it('says only commands that there are', () => {
  const said = [...page.matchAll(/main\.ts (\w+)/g), ...page.matchAll(/`(history \w+)/g)].map(
    ([, words = '']) => words,
  );
  expect(said.length).toBeGreaterThan(3);
  for (const words of said) expect(HELP, words).toContain(`main.ts ${words}`);
});

it('every link in docs leads somewhere', async () => {
  const missing: string[] = [];
  for (const file of (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'))) {
    const text = await readFile(join(root, 'docs', file), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path = '', anchor] = target.split('#');
      const there = await readFile(join(root, 'docs', path || file), 'utf8').catch(() => null);
      const heads = [...(there ?? '').matchAll(/^#+ (.+)$/gm)].map(([, head = '']) =>
        head
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
          .trim()
          .replaceAll(' ', '-'),
      );
      const folder = path.endsWith('/');
      if (!folder && (there === null || (anchor !== undefined && !heads.includes(anchor))))
        missing.push(`${file}: ${target}`);
    }
  }
  expect(missing).toEqual([]);
});
