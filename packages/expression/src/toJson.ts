import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { Json } from './Json.ts';

/**
 * A FEEL value as plain JSON: dates, times and durations as ISO 8601 text. Throws a TypeError for what JSON can't say
 * (functions, ranges, infinite numbers).
 */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number without end');
    return value;
  }
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime) return value.toString();
  if (value instanceof FeelDuration) return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry)]));
  }
  throw new TypeError(typeof value === 'function' ? 'a function' : `a ${value?.constructor.name ?? 'value'}`);
}
