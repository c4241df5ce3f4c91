import {
  addDuration,
  addInterval,
  addWorkingTime,
  parseCycle,
  parseInstant,
  type TimerDefinition,
} from '@dealwright/bpmn';
import { evaluate } from './evaluate.ts';
import { Incident } from './Incident.ts';
import type { LiveScope, Walk } from './Walk.ts';

export interface TimerPlan {
  /** epoch milliseconds */
  readonly due: number;
  /** cycles: how many firings follow this one; null when it is no cycle or goes on without end */
  readonly left: number | null;
  /** what `addInterval` counts a cycle on by, a duration or a cron expression; null otherwise */
  readonly every: string | null;
}

/**
 * When a timer fires, and how often. Sources are ISO 8601: a date and time (UTC when it names no offset), a duration,
 * or a cycle `R[n]/[start/]duration`, or a cron expression (`parseCycle`); a source that begins with "=" is an
 * expression that gives one of these. A duration is working time where the timer names a calendar. Throws an `Incident`
 * when it is none of these, or when there is no such calendar.
 */
export function planTimer(walk: Walk, timer: TimerDefinition, scope: LiveScope): TimerPlan {
  const source = timerSource(walk, timer, scope);
  if (timer.type === 'date') return { due: dateOf(source), left: null, every: null };
  if (timer.type === 'duration') return { due: afterDuration(walk, timer, source), left: null, every: null };
  const { count, start, interval } = parseCycle(source) ?? refuse(source);
  const due = start === null ? after(walk.env.now, interval, addInterval) : dateOf(start);
  // a cron expression may end; a duration that leads beyond all dates is told at once
  if (interval.startsWith('P')) after(due, interval, addInterval);
  return { due, left: count === null ? null : count - 1, every: interval };
}

function afterDuration({ env }: Walk, { calendar: id }: TimerDefinition, source: string): number {
  if (id === undefined) return after(env.now, source);
  const calendar = env.calendar?.(id) ?? null;
  if (calendar) return after(env.now, source, (from, duration) => addWorkingTime(from, duration, calendar));
  throw new Incident('calendar-unknown', {
    en: `There is no calendar "${id}", by whose working time the timer "${source}" is counted.`,
    zh: `没有工作日历“${id}”，无法按工作时间计算定时器“${source}”。`,
  });
}

function timerSource(walk: Walk, timer: TimerDefinition, scope: LiveScope): string {
  const source = timer.source.trim();
  if (!source.startsWith('=')) return source;
  const value = evaluate(walk, source.slice(1), scope);
  return typeof value === 'string' ? value : refuse(`${source} → ${JSON.stringify(value)}`);
}

function dateOf(source: string): number {
  return parseInstant(source) ?? refuse(source);
}

function after(from: number, duration: string, add = addDuration): number {
  try {
    return add(from, duration);
  } catch {
    return refuse(duration);
  }
}

function refuse(source: string): never {
  throw new Incident('timer-invalid', {
    en: `The timer "${source}" is not an ISO 8601 date, duration or cycle, nor a cron expression that is due again.`,
    zh: `定时器“${source}”不是有效的 ISO 8601 日期、时长或周期，也不是仍会触发的 cron 表达式。`,
  });
}
