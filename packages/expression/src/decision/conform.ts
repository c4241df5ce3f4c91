import {
  date,
  dateAndTime,
  duration,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelTime,
  time,
} from 'feelin';
import type { BaseType, FeelType } from './FeelType.ts';

/** A value as a type has it, or the type that it does not conform to. */
export type Conformed = { readonly value: unknown } | { readonly wrong: FeelType };

/**
 * A value as a type says (DMN 1.3, 10.3.2.9.4): as it is, as the one element of a list, as a list of its own, or, since
 * process variables are JSON and keep dates and durations as ISO 8601 text, as what that text says (10.3.2.12). Null
 * belongs to every type. Allowed values are not looked at here.
 */
export function conform(value: unknown, type: FeelType | null): Conformed {
  if (type === null || value === null || value === undefined) return { value: value ?? null };
  if (type.kind !== 'list' && isList(value) && !takesLists(type)) {
    return value.length === 1 ? conform(value[0], type) : { wrong: type };
  }
  switch (type.kind) {
    case 'list':
      return conformList(isList(value) ? value : [value], type);
    case 'context':
      return conformContext(value, type);
    case 'base': {
      const converted = READ[type.base]?.(value) ?? value;
      return IS[type.base](converted) ? { value: converted } : { wrong: type };
    }
  }
}

function conformList(values: readonly unknown[], type: Extract<FeelType, { kind: 'list' }>): Conformed {
  const made: unknown[] = [];
  for (const element of values) {
    const conformed = conform(element, type.of);
    if ('wrong' in conformed) return conformed;
    made.push(conformed.value);
  }
  return { value: made };
}

function conformContext(value: unknown, type: Extract<FeelType, { kind: 'context' }>): Conformed {
  if (!isContext(value)) return { wrong: type };
  const made: Record<string, unknown> = { ...value };
  for (const entry of type.entries) {
    const conformed = conform(value[entry.name], entry.type);
    if ('wrong' in conformed) return conformed;
    made[entry.name] = conformed.value;
  }
  return { value: made };
}

function takesLists(type: FeelType): boolean {
  return type.kind === 'base' && (type.base === 'list' || type.base === 'Any');
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isContext(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const IS: Readonly<Record<BaseType, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  'date and time': (value) => value instanceof FeelDateTime,
  'days and time duration': (value) => value instanceof FeelDuration && !value.yearsMonths,
  'years and months duration': (value) => value instanceof FeelDuration && value.yearsMonths,
  context: isContext,
  list: isList,
  function: (value) => value instanceof FeelFunction,
  Any: () => true,
};

const READ: Readonly<Partial<Record<BaseType, (value: unknown) => unknown>>> = {
  date: text((given) => date(given)),
  time: text((given) => time(given)),
  // a date is the midnight it begins with (10.3.2.9.4)
  'date and time': (value) => read(dateAndTime, value instanceof FeelDate ? value.toString() : value),
  'days and time duration': text((given) => duration(given)),
  'years and months duration': text((given) => duration(given)),
};

function text(reader: (given: string) => unknown): (value: unknown) => unknown {
  return (value) => read(reader, value);
}

/** What a text says; the reader throws at dates before the year 0. */
function read(reader: (given: string) => unknown, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return reader(value);
  } catch {
    return null;
  }
}
