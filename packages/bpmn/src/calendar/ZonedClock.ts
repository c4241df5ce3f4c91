const MINUTE = 60_000;
const DAY = 86_400_000;
const MOST_KEPT = 10_000;

/** Local time of a zone. A local day is the number of days since 1970-01-01. */
export interface ZonedClock {
  /** the local day at an instant (epoch milliseconds), and the milliseconds that its clocks show since midnight */
  local(instant: number): { readonly day: number; readonly ms: number };
  /**
   * The instant at which clocks first show a time (milliseconds since the day's midnight). A time that is left out when
   * clocks go forward is the moment at which they do.
   */
  instant(day: number, ms: number): number;
}

const clocks = new Map<string, ZonedClock>();

/** @throws RangeError when there is no such zone */
export function zonedClock(timeZone: string): ZonedClock {
  let clock = clocks.get(timeZone);
  if (!clock) clocks.set(timeZone, (clock = makeClock(timeZone)));
  return clock;
}

function makeClock(timeZone: string): ZonedClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  /** what clocks show, as if it were UTC */
  const shown = (instant: number): number => {
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
    const part = (name: string) => Number(parts[name] ?? 0);
    const year = parts['era'] === 'BC' ? 1 - part('year') : part('year');
    const date = new Date(0);
    date.setUTCFullYear(year, part('month') - 1, part('day'));
    date.setUTCHours(part('hour'), part('minute'), part('second'), ((instant % 1000) + 1000) % 1000);
    return date.getTime();
  };
  /** of clocks from UTC at a day's beginning in UTC: asking costs a thousand times as much as remembering */
  const offsets = new Map<number, number>();
  const offsetAt = (day: number): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const offset = shown(day * DAY) - day * DAY;
    if (offsets.size >= MOST_KEPT) offsets.clear();
    offsets.set(day, offset);
    return offset;
  };
  return {
    local(instant) {
      const time = shown(instant);
      const day = Math.floor(time / DAY);
      return { day, ms: time - day * DAY };
    },
    instant(day, ms) {
      const wanted = day * DAY + ms;
      const [before, after] = [offsetAt(day - 1), offsetAt(day + 2)];
      if (before === after) return wanted - before;
      // the day, or one beside it, on which they change
      const tried = [wanted - before, wanted - after];
      const fits = tried.filter((instant) => shown(instant) === wanted);
      return fits.length > 0 ? Math.min(...fits) : gapEnd(shown, wanted, Math.min(...tried));
    },
  };
}

/** The first minute at which clocks show a later time than the one that they leave out. */
function gapEnd(shown: (instant: number) => number, wanted: number, from: number): number {
  let low = Math.floor((from - 3 * 60 * MINUTE) / MINUTE);
  let high = Math.ceil((from + 3 * 60 * MINUTE) / MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shown(middle * MINUTE) >= wanted) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

/** Whether a calendar may count in it: an IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    zonedClock(name);
    return true;
  } catch {
    return false;
  }
}
