/** What a list of days says: those that are off and those that are worked; and the lines that say neither, from 1. */
export interface ParsedDays {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly wrong: readonly { readonly line: number; readonly text: string }[];
}

const LINE = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|~|至|到)\s*(\d{4}-\d{2}-\d{2}))?\s+(休|班|off|work)(?:\s.*)?$/i;
/** A line may name a holiday of some weeks, not one of years. */
const LONGEST_DAYS = 60;
const DAY = 86_400_000;

/**
 * Reads a year's holidays as they are published, a line each: `2026-10-01 休` for a day off, `2026-10-10 班` for a day
 * that is worked to make up for one; `off` and `work` mean the same, `2026-10-01..2026-10-07 休` is several days, and
 * what follows is a remark. Empty lines and those that begin with # are passed over. What is named twice counts as
 * named last.
 */
export function parseDays(text: string): ParsedDays {
  const kinds = new Map<string, 'off' | 'work'>();
  const wrong: { line: number; text: string }[] = [];
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, from = '', to = from, word = ''] = LINE.exec(line) ?? [];
    const days = datesBetween(from, to);
    if (days.length === 0) wrong.push({ line: at + 1, text: line });
    const kind = /^(休|off)$/i.test(word) ? 'off' : 'work';
    for (const day of days) kinds.set(day, kind);
  }
  const of = (kind: 'off' | 'work') => [...kinds].flatMap(([day, is]) => (is === kind ? [day] : [])).toSorted();
  return { holidays: of('off'), workdays: of('work'), wrong };
}

/** The same lines again, one for each day. */
export function writeDays({ holidays, workdays }: Pick<ParsedDays, 'holidays' | 'workdays'>): string {
  const lines = [...holidays.map((day) => `${day} 休`), ...workdays.map((day) => `${day} 班`)];
  return lines.toSorted().join('\n');
}

/** Both included; none when one is no date, the second is earlier or it is too many. */
function datesBetween(from: string, to: string): string[] {
  const [first, last] = [dateOf(from), dateOf(to)];
  if (first === null || last === null || last < first || last - first >= LONGEST_DAYS * DAY) return [];
  const count = Math.round((last - first) / DAY) + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * DAY).toISOString().slice(0, 10));
}

function dateOf(text: string): number | null {
  const at = Date.parse(`${text}T00:00:00Z`);
  // 2026-02-30 would become 2 March
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at;
}
