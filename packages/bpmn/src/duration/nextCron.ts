import { Cron } from 'croner';
import { isInstant } from './addDuration.ts';

/** A time zone before the fields, as crontab writes it; then five to seven fields, or a nickname. */
const SOURCE = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(@[a-z]+|\S+(?:\s+\S+){4,6})$/;

/** Parsed expressions by source: parsing costs more than asking for the next date. */
const parsed = new Map<string, Cron>();
const CACHE_SIZE = 500;

/** Whether the text has the form of a cron expression; what it says may still be nonsense. */
export function looksLikeCron(source: string): boolean {
  return SOURCE.test(source.trim());
}

/**
 * The next instant after `epochMs`, strictly, at which a cron expression is due (milliseconds since 1970).
 *
 * Five fields are a crontab's: minute, hour, day of month, month, day of week (0 and 7 are Sunday), with days of
 * month and week joined by "or". Six begin with the second and seven end with the year, as Spring and Quartz write
 * them: there both days must fit, and "?" means any. `L`, `W`, `#`, names of months and days, and `@daily` and its
 * like are known. The clock is UTC, or the one of a leading `CRON_TZ=Europe/Berlin` or `TZ=…`.
 *
 * When clocks change, a fixed time of day is due once: at its first pass when it comes twice, at the end of the gap
 * when it does not exist. What has a wildcard or step in its hour, minute or second keeps its rhythm in real time.
 *
 * @throws RangeError when it is no cron expression, names no time zone, or is never due again
 */
export function nextCron(epochMs: number, source: string): number {
  const cron = parsed.get(source) ?? remember(source);
  const next = nextRun(cron, epochMs);
  if (next === null || !isInstant(next)) throw new RangeError(`"${source}" is never due again`);
  return next;
}

function remember(source: string): Cron {
  const cron = parse(source);
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  parsed.set(source, cron);
  return cron;
}

function parse(source: string): Cron {
  const [, timezone = 'UTC', pattern = ''] = SOURCE.exec(source.trim()) ?? [];
  try {
    // refuses what is no zone: the scheduler itself would only notice when it is asked for a date
    Intl.DateTimeFormat('en', { timeZone: timezone });
    return new Cron(pattern, {
      timezone,
      paused: true,
      domAndDow: pattern.split(/\s+/).length > 5,
      // "0/5" is Quartz for "*/5"
      sloppyRanges: true,
      fixedTimeRule: 'no-wildcard',
    });
  } catch (error) {
    throw new RangeError(`"${source}" is not a cron expression`, { cause: error });
  }
}

function nextRun(cron: Cron, epochMs: number): number | null {
  try {
    return cron.nextRun(new Date(epochMs))?.getTime() ?? null;
  } catch {
    // the scheduler refuses dates that it can't count from
    return null;
  }
}
