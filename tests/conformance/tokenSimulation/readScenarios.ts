import { join } from 'node:path';
import { JsonReader, readJson } from '../readJson.ts';

export interface Scenario {
  /** path of the model, from the folder */
  readonly bpmn: string;
  readonly steps: readonly Step[];
}

export type Step =
  /** starts an instance, completes a held task, or lets an event happen */
  | { readonly op: 'trigger'; readonly element: string }
  /** the task waits until it is triggered */
  | { readonly op: 'hold'; readonly element: string }
  | { readonly op: 'choose'; readonly gateway: string; readonly flows: readonly string[] }
  /** compares with a trace */
  | { readonly op: 'expect'; readonly fixture: string }
  /** an operation that this runner does not know */
  | { readonly op: 'unknown'; readonly name: string };

/** Reads `scenarios.json`. Throws a `UsageError` that says what is missing or not as it should be. */
export async function readScenarios(dir: string): Promise<readonly Scenario[]> {
  const file = join(dir, 'scenarios.json');
  const read = new JsonReader(file);
  const suite = read.object(await readJson(file), 'the file');
  return read.list(suite['cases'], 'cases').map((value, at) => {
    const place = `cases[${at}]`;
    const scenario = read.object(value, place);
    return {
      bpmn: read.text(scenario['bpmn'], `${place}.bpmn`),
      steps: read
        .list(scenario['steps'], `${place}.steps`)
        .map((step, n) => stepOf(read, step, `${place}.steps[${n}]`)),
    };
  });
}

function stepOf(read: JsonReader, value: unknown, place: string): Step {
  const step = read.object(value, place);
  const op = read.text(step['op'], `${place}.op`);
  const text = (key: string) => read.text(step[key], `${place}.${key}`);
  switch (op) {
    case 'trigger':
    case 'hold':
      return { op, element: text('element') };
    case 'choose': {
      const { flows } = step;
      return {
        op,
        gateway: text('gateway'),
        flows: typeof flows === 'string' ? [flows] : read.texts(flows, `${place}.flows`),
      };
    }
    case 'expect':
      return { op, fixture: text('fixture') };
    default:
      return { op: 'unknown', name: op };
  }
}

/** Reads a trace: a list of texts. Throws a `UsageError` when it is not one. */
export async function readFixture(dir: string, name: string): Promise<readonly string[]> {
  const file = join(dir, name);
  return new JsonReader(file).texts(await readJson(file), 'the file');
}
