import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ModelError } from './ModelError.ts';
import { parseModel } from './parse/parseModel.ts';
import { validate } from './validate.ts';

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly { readonly expectedTrace: readonly string[] }[];
}
interface Exam {
  readonly execution: readonly Entry[];
  readonly refusals: readonly Entry[];
}

const folder = process.env['DEALWRIGHT_EXAM'];
const exam: Exam = folder
  ? (JSON.parse(readFileSync(join(folder, 'betsy/expected.json'), 'utf8')) as Exam)
  : { execution: [], refusals: [] };

async function isRefused({ file }: Entry): Promise<boolean> {
  try {
    const model = await parseModel(readFileSync(join(folder ?? '', 'betsy', file), 'utf8'));
    return validate(model).some(({ severity }) => severity === 'error');
  } catch (error) {
    if (error instanceof ModelError) return true;
    throw error;
  }
}

/** Models that fail in any way may be refused as well. */
const runs = exam.execution.filter((entry) => !entry.cases.some((one) => one.expectedTrace.includes('GenericError')));

describe.skipIf(folder === undefined)('the public exam', () => {
  it.for(exam.refusals)('refuses $name', async (entry) => expect(await isRefused(entry)).toBe(true));
  it.for(runs)('does not refuse $name', async (entry) => expect(await isRefused(entry)).toBe(false));
});
