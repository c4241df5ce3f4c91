import type { Json, JsonObject } from '@dealwright/engine';

/** A copy of a JSON value with every text in it, names of fields too, changed by `change`. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, entry]): [string, Json] => [change(key), mapTexts(entry, change)]),
    );
  }
  return value;
}
