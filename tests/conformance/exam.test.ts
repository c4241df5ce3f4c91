import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withExecutions } from './execution/openExecution.ts';
import { planSuite } from './planSuite.ts';
import { SUITES } from './readArguments.ts';

const exam = process.env['DEALWRIGHT_EXAM'];

// The public suites are not part of the repository: DEALWRIGHT_EXAM names a folder that holds a folder for each.
describe.skipIf(!exam)('the exam', () => {
  it.each(SUITES)('%s passes on the pure engine', { timeout: 300_000 }, async (suite) => {
    const cases = await planSuite(suite, join(exam ?? '', suite));
    await withExecutions('pure', null, async (open) => {
      const failed: string[] = [];
      for (const one of cases) {
        const report = await one.run(open);
        if (!report.passed) failed.push(`${report.name}: ${report.actual.join(', ')}`);
      }
      expect(failed).toEqual([]);
    });
    expect(cases.length).toBeGreaterThan(0);
  });
});
