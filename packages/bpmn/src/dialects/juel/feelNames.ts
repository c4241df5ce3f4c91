import { Untranslatable } from './Juel.ts';

/** Words that FEEL reads as its own (DMN 1.3, 10.3.1.2): no variable can be called so. */
const RESERVED = new Set([
  'and',
  'or',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'function',
  'external',
  'not',
  'true',
  'false',
  'null',
]);

/** Camunda 7's names for what BPMN 2.0.2, table 10.30 calls otherwise. */
const COUNTERS: Readonly<Record<string, string>> = {
  nrOfInstances: 'numberOfInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
};

/** True when FEEL can read a variable or entry by this name as it stands. */
export function isFeelName(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) && !RESERVED.has(name);
}

/** A variable's name in FEEL. Throws `Untranslatable` where FEEL has another meaning for it. */
export function feelName(name: string): string {
  const known = Object.hasOwn(COUNTERS, name) ? COUNTERS[name] : undefined;
  if (known === undefined && !isFeelName(name)) throw new Untranslatable();
  return known ?? name;
}

/** Whether the name is one of the counters that a multi-instance activity keeps: always a number. */
export function isCounter(name: string): boolean {
  return name === 'loopCounter' || Object.hasOwn(COUNTERS, name);
}

/** Longer expressions are not evaluated anyway. */
const MAX_LENGTH = 4000;

/** FEEL in which multi-instance counters have the names of BPMN instead of Camunda 7's. */
export function renameCounters(feel: string): string {
  if (feel.length > MAX_LENGTH) return feel;
  return feel.replace(/"(?:[^"\\]|\\.)*"|[\p{ID_Start}_][\p{ID_Continue}]*/gu, (word) =>
    Object.hasOwn(COUNTERS, word) ? (COUNTERS[word] ?? word) : word,
  );
}
