import { join } from 'node:path';
import { expectationOf } from '../expectationOf.ts';
import type { OpenExecution } from '../execution/openExecution.ts';
import { failureOf, type PlannedCase } from '../PlannedCase.ts';
import { readText } from '../readJson.ts';
import { execute, refuse, type Outcome } from './executeCase.ts';
import { readSuite, type ExecutionCase, type ExecutionTest } from './readSuite.ts';
import { sameTrace } from './sameTrace.ts';

/**
 * The cases of a folder in betsy's format: each model of `execution` once for each of its inputs, and each model of
 * `refusals` through the validator.
 *
 * @throws UsageError when the folder is not one of this format or lacks a model
 */
export async function planBetsy(dir: string): Promise<readonly PlannedCase[]> {
  const suite = await readSuite(dir);
  const cases: PlannedCase[] = [];
  for (const test of suite.execution) {
    const xml = await readText(join(dir, test.file));
    for (const [at, one] of test.cases.entries()) {
      const run = (open: OpenExecution) => execute(xml, test.name, one, at + 1, open);
      cases.push(planned({ ...test, title: titleOf(test, one), expectedTrace: one.expectedTrace }, run));
    }
  }
  for (const test of suite.refusals) {
    const xml = await readText(join(dir, test.file));
    cases.push(planned({ ...test, title: test.name }, () => refuse(xml)));
  }
  return cases;
}

interface Test {
  readonly group: string;
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly expectedTrace: readonly string[];
}

function planned(test: Test, run: (open: OpenExecution) => Promise<Outcome>): PlannedCase {
  const { group, file, title } = test;
  const { expected, contradicts } = expectationOf('betsy', test.name, test.expectedTrace);
  const report = ({ trace, why }: Outcome) => {
    const passed = sameTrace(expected, trace);
    return { name: title, file, passed, expected, actual: trace, why, contradicts };
  };
  return {
    group,
    run: async (open) => report(await run(open)),
    failed: (error) => {
      const { mark, why } = failureOf(error);
      return report({ trace: [mark], why });
    },
  };
}

function titleOf(test: ExecutionTest, one: ExecutionCase): string {
  if (test.cases.length === 1) return test.name;
  return `${test.name} (${one.input === null ? `integerVariable ${one.integerVariable}` : `input ${one.input}`})`;
}
