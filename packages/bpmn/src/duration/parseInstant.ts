import { isInstant } from './addDuration.ts';

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * An ISO 8601 date, or date and time, as milliseconds since 1970; UTC when it names no offset. Null for anything else:
 * `Date.parse` alone would read "0 9 * * *" as a day in September.
 */
export function parseInstant(source: string): number | null {
  const text = source.trim();
  if (!DATE.test(text)) return null;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const epochMs = Date.parse(zoned);
  return isInstant(epochMs) ? epochMs : null;
}
