import { addDuration, addInterval, isInstant, type TimerDefinition } from '@dealwright/bpmn';
import { evaluate } from './evaluate.ts';
import { Incident } from './Incident.ts';
import type { LiveScope, Walk } from './Walk.ts';

export interface TimerPlan {
  /** epoch milliseconds */
  readonly due: number;
  /** cycles: how many firings follow this one; null when it is no cycle or goes on without end */
  readonly left: number | null;
  /** a cycle's interval, ISO 8601; null otherwise */
  readonly every: string | null;
}

/**
 * When a timer fires, and how often. Sources are ISO 8601: a date and time (UTC when it names no offset), a duration,
 * or a cycle `R[n]/[start/]duration`; a source that begins with "=" is an expression that gives one of these.
 * Throws an `Incident` when it is none.
 */
export function planTimer(walk: Walk, timer: TimerDefinition, scope: LiveScope): TimerPlan {
  const source = timerSource(walk, timer, scope);
  if (timer.type === 'date') return { due: dateOf(source), left: null, every: null };
  if (timer.type === 'duration') return { due: after(walk.env.now, source), left: null, every: null };
  const parts = source.split('/');
  const interval = parts.at(-1) ?? '';
  const [, count] = /^R(\d*)$/.exec(parts[0] ?? '') ?? refuse(source);
  if (parts.length < 2 || parts.length > 3 || count === '0') refuse(source);
  const due = parts.length === 3 ? dateOf(parts[1] ?? '') : after(walk.env.now, interval, addInterval);
  after(due, interval, addInterval);
  return { due, left: count ? Number(count) - 1 : null, every: interval };
}

function timerSource(walk: Walk, timer: TimerDefinition, scope: LiveScope): string {
  const source = timer.source.trim();
  if (!source.startsWith('=')) return source;
  const value = evaluate(walk, source.slice(1), scope);
  return typeof value === 'string' ? value : refuse(`${source} → ${JSON.stringify(value)}`);
}

function dateOf(source: string): number {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(source) || !source.includes('T') ? source : `${source}Z`;
  const due = Date.parse(zoned);
  return isInstant(due) ? due : refuse(source);
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
    en: `The timer "${source}" is not an ISO 8601 date, duration or cycle.`,
    zh: `定时器“${source}”不是有效的 ISO 8601 日期、时长或周期。`,
  });
}
