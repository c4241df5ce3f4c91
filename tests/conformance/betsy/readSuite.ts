import { join } from 'node:path';
import { JsonReader, readJson } from '../readJson.ts';

/** A model with what it logs when it is run, for each input. */
export interface ExecutionTest {
  readonly group: string;
  readonly name: string;
  readonly file: string;
  readonly cases: readonly ExecutionCase[];
}

export interface ExecutionCase {
  readonly input: string | null;
  readonly integerVariable: number;
  readonly startParallelProcess: boolean;
  /** virtual milliseconds after which the log is looked at */
  readonly delayMs: number;
  readonly expectedTrace: readonly string[];
}

/** A model that must be refused. */
export interface RefusalTest {
  readonly group: string;
  readonly name: string;
  readonly file: string;
  readonly expectedTrace: readonly string[];
}

export interface BetsySuite {
  readonly execution: readonly ExecutionTest[];
  readonly refusals: readonly RefusalTest[];
}

/** Reads `expected.json`. Throws a `UsageError` that says what is missing or not as it should be. */
export async function readSuite(dir: string): Promise<BetsySuite> {
  const file = join(dir, 'expected.json');
  const read = new JsonReader(file);
  const suite = read.object(await readJson(file), 'the file');
  return {
    execution: read
      .list(suite['execution'] ?? [], 'execution')
      .map((test, at) => executionOf(read, test, `execution[${at}]`)),
    refusals: read
      .list(suite['refusals'] ?? [], 'refusals')
      .flatMap((test, at) => refusalsOf(read, test, `refusals[${at}]`)),
  };
}

function headOf(read: JsonReader, value: unknown, place: string) {
  const test = read.object(value, place);
  const file = read.text(test['file'], `${place}.file`);
  const name =
    test['name'] === undefined ? file.replace(/^.*\/|\.bpmn$/g, '') : read.text(test['name'], `${place}.name`);
  const group = test['group'] === undefined ? 'all' : read.text(test['group'], `${place}.group`);
  return { head: { group, name, file }, cases: read.list(test['cases'], `${place}.cases`) };
}

function executionOf(read: JsonReader, value: unknown, place: string): ExecutionTest {
  const { head, cases } = headOf(read, value, place);
  return {
    ...head,
    cases: cases.map((one, at) => {
      const where = `${place}.cases[${at}]`;
      const given = read.object(one, where);
      const { input } = given;
      return {
        input: input === undefined || input === null ? null : read.text(input, `${where}.input`),
        integerVariable: read.number(given['integerVariable'], `${where}.integerVariable`, 0),
        startParallelProcess: given['startParallelProcess'] === true,
        delayMs: read.number(given['delayMs'], `${where}.delayMs`, 0),
        expectedTrace: read.texts(given['expectedTrace'], `${where}.expectedTrace`),
      };
    }),
  };
}

function refusalsOf(read: JsonReader, value: unknown, place: string): RefusalTest[] {
  const { head, cases } = headOf(read, value, place);
  return cases.map((one, at) => {
    const where = `${place}.cases[${at}]`;
    return { ...head, expectedTrace: read.texts(read.object(one, where)['expectedTrace'], `${where}.expectedTrace`) };
  });
}
