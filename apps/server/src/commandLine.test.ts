import { expect, it } from 'vitest';
import { HELP, readCommandLine, UsageError } from './commandLine.ts';

it('serves without arguments', () => {
  expect(readCommandLine([])).toEqual({ kind: 'serve', demo: false });
  expect(readCommandLine(['--demo'])).toEqual({ kind: 'serve', demo: true });
});

it('reads an import', () => {
  expect(readCommandLine(['import', 'crm', 'folder'])).toEqual({
    kind: 'import-crm',
    folder: 'folder',
    process: 'standard-sale',
    reportFile: null,
  });
  expect(readCommandLine(['import', 'crm', 'f', '--process', 'p', '--report', 'r.json'])).toMatchObject({
    process: 'p',
    reportFile: 'r.json',
  });
});

it('reads what is done to the data', () => {
  expect(readCommandLine(['backup', 'f.gz'])).toEqual({ kind: 'backup', file: 'f.gz' });
  expect(readCommandLine(['restore', 'f.gz'])).toEqual({ kind: 'restore', file: 'f.gz' });
  expect(readCommandLine(['move', '--to', 'postgres://x/y'])).toEqual({ kind: 'move', to: 'postgres://x/y' });
});

it('reads what is done to the history', () => {
  expect(readCommandLine(['history', 'export', '--before', '2026-01-31', '--to', 'f.gz'])).toEqual({
    kind: 'history-export',
    before: '2026-01-31',
    file: 'f.gz',
    process: null,
  });
  expect(readCommandLine(['history', 'prune'])).toEqual({ kind: 'history-prune', file: null, withoutExport: false });
  expect(readCommandLine(['history', 'prune', '--without-export'])).toMatchObject({ withoutExport: true });
});

it.each([
  ['history'],
  ['history drop'],
  ['history export --to f'],
  ['history export --before 2026-02-30 --to f'],
  ['history export --before 2026-01-01'],
  ['history prune --before 2026-01-01'],
  ['history prune --to f --without-export'],
  ['history prune now'],
  ['backup'],
  ['backup a b'],
  ['backup a --demo'],
  ['restore'],
  ['move'],
  ['move postgres://x/y'],
  ['move --to'],
  ['restore a --to b'],
  ['--to b'],
  ['--demmo'],
  ['serve'],
  ['import'],
  ['import crm'],
  ['import crm a b'],
  ['import crm a --demo'],
  ['--process p'],
])('refuses %s', (line) => {
  expect(() => readCommandLine(line.split(' '))).toThrow(UsageError);
});

it('tells every variable in the help', () => {
  expect(readCommandLine(['-h'])).toEqual({ kind: 'help' });
  expect(HELP).toContain('DATABASE_URL');
  expect(HELP).toContain('DEALWRIGHT_TRUST_PROXY');
});
