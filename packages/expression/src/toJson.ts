import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import type { Json } from './Json.ts';

/** A result with more characters and entries than this is no variable of a sales process. */
export const MAX_SIZE = 1_000_000;

/** What is larger than `MAX_SIZE`. */
export class TooLarge extends TypeError {}

/**
 * A FEEL value as plain JSON: dates, times and durations as ISO 8601 text. Throws a TypeError for what JSON can't say
 * (functions, ranges, infinite numbers), for text that no database keeps, and for what is larger than `MAX_SIZE`.
 */
export function toJson(value: unknown): Json {
  const room = { left: MAX_SIZE };
  return convert(value, room);
}

function convert(value: unknown, room: { left: number }): Json {
  room.left -= typeof value === 'string' ? value.length + 1 : 1;
  if (room.left < 0) throw new TooLarge(`more than ${MAX_SIZE} characters`);
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number without end');
    return value;
  }
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime) return value.toString();
  if (value instanceof FeelDuration) return value.toString();
  if (Array.isArray(value)) return value.map((entry) => convert(entry, room));
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [storable(key), convert(entry, room)]));
  }
  throw new TypeError(typeof value === 'function' ? 'a function' : `a ${value?.constructor.name ?? 'value'}`);
}

/** PostgreSQL has no place for NUL, and half a surrogate pair is no Unicode: the whole step could not be kept. */
function storable(text: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw new TypeError('a text with characters that cannot be kept');
  return text;
}
