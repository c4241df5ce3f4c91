import type { DecisionInput } from '@dealwright/api/contract';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
/** How a value is asked for. */
export type TryKind = 'choice' | 'number' | 'boolean' | 'date' | 'text' | 'json' | 'any';
export type TryReading = { readonly value: Json | undefined } | { readonly problem: 'notNumber' | 'notJson' };

const JSON_SAMPLES = { context: '{"amount": 100}', list: '[1, 2]' } as const;

export function tryKind({ type, choices }: DecisionInput): TryKind {
  if (choices.length > 0) return 'choice';
  if (type === null) return 'any';
  if (type.kind !== 'base') return 'json';
  switch (type.base) {
    case 'number':
    case 'boolean':
    case 'date':
      return type.base;
    case 'context':
    case 'list':
      return 'json';
    case 'Any':
    case 'function':
      return 'any';
    default:
      // texts, and times and durations, which process variables keep as ISO 8601 text
      return 'text';
  }
}

/** What JSON of the input's type may look like. */
export function jsonSample({ type }: DecisionInput): string {
  return type?.kind === 'list' || (type?.kind === 'base' && type.base === 'list')
    ? JSON_SAMPLES.list
    : JSON_SAMPLES.context;
}

/** What was typed as a process variable's value; undefined when nothing was, and the variable is then left out. */
export function readTryValue(input: DecisionInput, typed: string): TryReading {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  switch (tryKind(input)) {
    case 'choice':
      return { value: input.choices.find((choice) => String(choice) === typed) };
    case 'number': {
      const number = Number(text);
      return Number.isFinite(number) ? { value: number } : { problem: 'notNumber' };
    }
    case 'boolean':
      return { value: text === 'true' };
    case 'json': {
      const value = parsed(text);
      return typeof value === 'object' && value !== null ? { value } : { problem: 'notJson' };
    }
    case 'any': {
      const value = parsed(text);
      return { value: value === undefined ? typed : value };
    }
    case 'date':
    case 'text':
      return { value: typed };
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // not JSON: who asked says what that means
    return undefined;
  }
}

/** The values as variables: an entry's value stands in the variable that it belongs to. */
export function asVariables(
  values: readonly { readonly path: readonly string[]; readonly value: Json }[],
): Record<string, Json> {
  const variables: Record<string, Json> = {};
  // a whole comes before its entries, which then add to it
  for (const { path, value } of values.toSorted((one, other) => one.path.length - other.path.length)) {
    let at = variables;
    for (const name of path.slice(0, -1)) {
      const inside = at[name];
      const copy = isContext(inside) ? { ...inside } : {};
      at[name] = copy;
      at = copy;
    }
    const last = path.at(-1);
    if (last !== undefined) at[last] = value;
  }
  return variables;
}

export function isContext(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
