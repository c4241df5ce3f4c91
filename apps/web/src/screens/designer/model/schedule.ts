export const SCHEDULE_KINDS = ['interval', 'daily', 'weekdays', 'weekly', 'monthly', 'own'] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** A timer cycle that can be said in words, or one of its own. `time` is "09:00"; `zone` is an IANA name, empty for UTC. */
export type Schedule =
  | { readonly kind: 'interval'; readonly every: string; readonly times: number | null }
  | { readonly kind: 'daily' | 'weekdays'; readonly time: string; readonly zone: string }
  /** `day`: 1 Monday to 7 Sunday */
  | { readonly kind: 'weekly'; readonly day: number; readonly time: string; readonly zone: string }
  /** `day`: 1 to 28, so that no month is without it */
  | { readonly kind: 'monthly'; readonly day: number; readonly time: string; readonly zone: string }
  | { readonly kind: 'own'; readonly source: string };

const INTERVAL = /^R(\d*)\/(P[^/]+)$/;
const CRON = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|\d)$/;

/** Reads a timer cycle: `R3/PT1H`, or a crontab line of one time a day. What is neither is of its own kind. */
export function readSchedule(source: string): Schedule {
  const text = source.trim();
  const [, times = '', every] = INTERVAL.exec(text) ?? [];
  if (every !== undefined) return { kind: 'interval', every, times: times === '' ? null : Number(times) };
  const [, zone = '', minute, hour, date, day] = CRON.exec(text.replaceAll(/\s+/g, ' ')) ?? [];
  if (minute === undefined || Number(minute) > 59 || Number(hour) > 23) return { kind: 'own', source };
  const at = { time: `${hour?.padStart(2, '0')}:${minute.padStart(2, '0')}`, zone };
  if (date === '*' && day === '*') return { kind: 'daily', ...at };
  if (date === '*' && day === '1-5') return { kind: 'weekdays', ...at };
  if (date === '*' && Number(day) <= 7) return { kind: 'weekly', day: Number(day) || 7, ...at };
  if (day === '*' && Number(date) >= 1 && Number(date) <= 28) return { kind: 'monthly', day: Number(date), ...at };
  return { kind: 'own', source };
}

/** The timer cycle for a schedule. */
export function writeSchedule(schedule: Schedule): string {
  if (schedule.kind === 'own') return schedule.source.trim();
  if (schedule.kind === 'interval') return `R${schedule.times ?? ''}/${schedule.every}`;
  const [hour = 9, minute = 0] = schedule.time.split(':').map(Number);
  const zone = schedule.zone === '' ? '' : `CRON_TZ=${schedule.zone} `;
  const days = { daily: '* * *', weekdays: '* * 1-5', weekly: '', monthly: '' }[schedule.kind];
  if (schedule.kind === 'weekly') return `${zone}${minute} ${hour} * * ${schedule.day}`;
  if (schedule.kind === 'monthly') return `${zone}${minute} ${hour} ${schedule.day} * *`;
  return `${zone}${minute} ${hour} ${days}`;
}

/** The schedule as another kind: its time of day stays. `zone` is the one a new time of day is meant in. */
export function withScheduleKind(schedule: Schedule, kind: ScheduleKind, zone: string): Schedule {
  if (schedule.kind === kind) return schedule;
  if (kind === 'own') return { kind, source: writeSchedule(schedule) };
  if (kind === 'interval') return { kind, every: 'P1D', times: null };
  const at = 'time' in schedule ? { time: schedule.time, zone: schedule.zone } : { time: '09:00', zone };
  return kind === 'weekly' || kind === 'monthly' ? { kind, day: 1, ...at } : { kind, ...at };
}
