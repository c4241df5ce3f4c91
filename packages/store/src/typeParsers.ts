/** PostgreSQL's `timestamptz` text (`2026-01-31 09:00:00.5+08`) as ISO 8601 in UTC; `infinity` stays a word. */
export function parseInstant(text: string): string {
  const match = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::?(\d\d))?/.exec(text);
  if (!match) return text;
  const [, year, month, day, time, fraction = '', hours, minutes = '00'] = match;
  const milliseconds = fraction === '' ? '' : fraction.slice(0, 4);
  return new Date(`${year}-${month}-${day}T${time}${milliseconds}${hours}:${minutes}`).toISOString();
}

/** How both drivers read a column, by PostgreSQL type oid, so that the two databases answer alike. */
export const typeParsers: Readonly<Record<number, (text: string) => unknown>> = {
  /** bigint: counts and sequence numbers, all below 2^53 here */
  20: Number,
  /** numeric */
  1700: Number,
  /** date: YYYY-MM-DD */
  1082: (text) => text,
  /** timestamptz */
  1184: parseInstant,
};
