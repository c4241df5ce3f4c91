import {
  addDuration,
  addInterval,
  addWorkingTime,
  nextOfCycle,
  parseCycle,
  parseInstant,
  type TimerDefinition,
  type WorkCalendar,
} from '@dealwright/bpmn';
import type { Evaluator } from '@dealwright/expression';
import { DealwrightError } from '@dealwright/store';

type Evaluating = Pick<Evaluator, 'evaluate'>;

export interface Firing {
  /** epoch milliseconds */
  readonly due: number;
  /** firings that follow; null without end */
  readonly remaining: number | null;
}

/**
 * When a timer start event fires first, counted from its deployment. Sources are ISO 8601: a date, a duration, or a
 * cycle `R[n]/[start/]duration`, or a cron expression (`parseCycle`); an expression (leading "=") that gives one of
 * these is evaluated now, without variables. A duration is working time where the timer names one of the calendars. Throws `timer-start-invalid`.
 */
export async function firstFiring(
  evaluator: Evaluating,
  timer: TimerDefinition,
  now: number,
  calendars?: ReadonlyMap<string, WorkCalendar>,
): Promise<Firing> {
  const source = await sourceOf(evaluator, timer, now);
  if (timer.type === 'date') return { due: dateOf(source), remaining: 0 };
  if (timer.type === 'duration') {
    const calendar = calendars?.get(timer.calendar ?? '');
    const due = () => (calendar ? addWorkingTime(now, source, calendar) : addDuration(now, source));
    return { due: orRefuse(source, due), remaining: 0 };
  }
  const { count, start, interval } = cycleOf(source);
  const due = start ?? orRefuse(source, () => addInterval(now, interval));
  return { due, remaining: count === null ? null : count - 1 };
}

/** The firing after one that was due at `due`, or null when that was the last. Missed ones are not made up for. */
export async function nextFiring(
  evaluator: Evaluating,
  timer: TimerDefinition,
  last: Firing,
  now: number,
): Promise<Firing | null> {
  if (timer.type !== 'cycle' || last.remaining === 0) return null;
  const { interval } = cycleOf(await sourceOf(evaluator, timer, now));
  const due = orRefuse(interval, () => nextOfCycle(last.due, interval, now));
  return due === null ? null : { due, remaining: last.remaining === null ? null : last.remaining - 1 };
}

async function sourceOf(evaluator: Evaluating, timer: TimerDefinition, now: number): Promise<string> {
  const source = timer.source.trim();
  if (!source.startsWith('=')) return source;
  const value = await evaluator.evaluate(source.slice(1), {}, now);
  return typeof value === 'string' ? value : refuse(source);
}

function cycleOf(source: string): { count: number | null; start: number | null; interval: string } {
  const { count, start, interval } = parseCycle(source) ?? refuse(source);
  return { count, start: start === null ? null : dateOf(start), interval };
}

function dateOf(source: string): number {
  return parseInstant(source) ?? refuse(source);
}

function orRefuse<T>(source: string, count: () => T): T {
  try {
    return count();
  } catch {
    return refuse(source);
  }
}

function refuse(source: string): never {
  throw new DealwrightError(
    'timer-start-invalid',
    {
      en: `The start timer "${source}" is not an ISO 8601 date, duration or cycle, nor a cron expression that is due again.`,
      zh: `开始定时器“${source}”不是有效的 ISO 8601 日期、时长或周期，也不是仍会触发的 cron 表达式。`,
    },
    { source },
  );
}
