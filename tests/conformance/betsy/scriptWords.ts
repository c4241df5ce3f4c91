import type { Json, JsonObject } from '../../../packages/engine/src/index.ts';
import type { BoundScript } from '../execution/ScriptRecorder.ts';

/** What one task reads and writes by the names of its data inputs and outputs. */
export interface BoundTask {
  readonly word: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

type Word = (task: BoundTask, variables: JsonObject) => { readonly result: Json; readonly log: readonly string[] };

const STRING = 'String';
const NOTHING: Word = () => ({ result: {}, log: [] });

/** Words that are done at once. */
const WORDS: Readonly<Record<string, Word>> = {
  CREATE_LOG_FILE: NOTHING,
  CREATE_MARKER_FILE: () => ({ result: {}, log: ['MarkerExists'] }),
  INCREMENT_INTEGER_VARIABLE: increment,
  INCREMENT_INTEGER_VARIABLE_AND_LOG: increment,
  SET_STRING_DATA: ({ outputs }) => ({ result: Object.fromEntries(outputs.map((name) => [name, STRING])), log: [] }),
  LOG_DATA: ({ inputs }, variables) => {
    const correct = inputs.length > 0 && inputs.every((name) => variables[name] === STRING);
    if (!correct)
      throw new ScriptFailed(
        'data-not-read',
        `LOG_DATA read ${JSON.stringify(inputs.map((name) => variables[name] ?? null))}`,
      );
    return { result: {}, log: ['DataCorrect'] };
  },
};

/** Seconds that a word takes, and what it logs when it begins and when it is done. */
const LASTING: Readonly<Record<string, { readonly seconds: number; readonly proves: string | null }>> = {
  WAIT_TEN_SECONDS: { seconds: 10, proves: null },
  CREATE_TIMESTAMP_LOG_1: { seconds: 1, proves: '1' },
  CREATE_TIMESTAMP_LOG_2: { seconds: 1, proves: '2' },
};

/** How a script's word is carried out: at once, by something that takes time, or by throwing an error. */
export function kindOfWord(word: string): 'immediate' | 'lasting' | 'throwing' | 'unknown' {
  if (Object.hasOwn(LASTING, word)) return 'lasting';
  if (word === 'THROW_ERROR') return 'throwing';
  return Object.hasOwn(WORDS, word) || /^SCRIPT_task\d+$/.test(word) ? 'immediate' : 'unknown';
}

export function lastingWord(word: string): { readonly seconds: number; readonly proves: string | null } {
  const found = LASTING[word];
  if (!found) throw new RangeError(`"${word}" takes no time`);
  return found;
}

/** The text that a bound task's script stands as in the model; `runWord` reads it. */
export function boundSource(task: BoundTask): string {
  return JSON.stringify(task);
}

/** Carries out a bound script: every word that is done at once, and `LOG …`, which the binding itself puts in. */
export const runWord: BoundScript = (source, variables) => {
  const task = JSON.parse(source) as BoundTask;
  const numbered = /^SCRIPT_task(\d+)$/.exec(task.word)?.[1];
  if (numbered !== undefined) return { result: {}, log: [`Task${numbered}`] };
  if (task.word.startsWith('LOG ')) return { result: {}, log: [task.word.slice(4)] };
  const word = WORDS[task.word];
  if (!word) throw new ScriptFailed('script-word-unknown', `The runner does not know the script word "${task.word}"`);
  return word(task, variables);
};

function increment(_task: BoundTask, { integerVariable }: JsonObject): ReturnType<Word> {
  if (typeof integerVariable !== 'number') throw new ScriptFailed('variable-missing', 'integerVariable is no number');
  return { result: { integerVariable: integerVariable + 1 }, log: ['Increment'] };
}

/** Has the mark by which the executor knows that a script went wrong. */
class ScriptFailed extends Error {
  readonly isEvaluationError = true;
  readonly code: string;
  readonly text: { readonly en: string; readonly zh: string };

  constructor(code: string, en: string) {
    super(en);
    this.name = 'ScriptFailed';
    this.code = code;
    this.text = { en: `${en}.`, zh: `脚本执行失败：${en}。` };
  }
}
