import { expect, test } from 'vitest';
import { readArguments } from './readArguments.ts';
import { UsageError } from './UsageError.ts';

const here = import.meta.dirname;

test.each([
  [['--suite', 'betsy', '--dir', here], { what: 'suite', suite: 'betsy', dir: here, json: null, databases: null }],
  [
    ['--', '--suite', 'token-simulation', '--dir', here, '--durable'],
    { what: 'suite', suite: 'token-simulation', dir: here, json: null, databases: ['pglite', 'postgresql'] },
  ],
  [
    ['--suite', 'betsy', '--dir', here, '--durable', '--database', 'pglite'],
    { what: 'suite', suite: 'betsy', dir: here, json: null, databases: ['pglite'] },
  ],
  [['--validate', here], { what: 'validate', folder: here, json: null }],
  [['--help'], { what: 'help' }],
])('%j', async (args, request) => {
  expect(await readArguments(args)).toEqual(request);
});

test.each([
  [[]],
  [['--suite', 'betsy']],
  [['--suite', 'other', '--dir', here]],
  [['--suite', 'betsy', '--dir', `${here}/nowhere`]],
  [['--suite', 'betsy', '--dir', import.meta.filename]],
  [['--suite', 'betsy', '--dir', here, '--database', 'pglite']],
  [['--suite', 'betsy', '--dir', here, '--durable', '--database', 'oracle']],
  [['--validate', here, '--durable']],
  [['--frobnicate']],
  [['stray']],
])('%j is refused in both languages', async (args) => {
  const error: unknown = await readArguments(args).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).text.zh).toMatch(/\p{Script=Han}/u);
});
