import { addDuration, addInterval, isInstant, type TimerDefinition } from '@dealwright/bpmn';
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
 * cycle `R[n]/[start/]duration`; an expression (leading "=") that gives one of these is evaluated now, without
 * variables. Throws `timer-start-invalid`.
 */
export async function firstFiring(evaluator: Evaluating, timer: TimerDefinition, now: number): Promise<Firing> {
  const source = await sourceOf(evaluator, timer, now);
  if (timer.type === 'date') return { due: dateOf(source), remaining: 0 };
  if (timer.type === 'duration') return { due: after(now, source, source), remaining: 0 };
  const { count, start, interval } = cycleOf(source);
  return { due: start ?? after(now, interval, source, addInterval), remaining: count === null ? null : count - 1 };
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
  const due = after(last.due, interval, interval, addInterval);
  const remaining = last.remaining === null ? null : last.remaining - 1;
  return { due: due > now ? due : after(now, interval, interval, addInterval), remaining };
}

async function sourceOf(evaluator: Evaluating, timer: TimerDefinition, now: number): Promise<string> {
  const source = timer.source.trim();
  if (!source.startsWith('=')) return source;
  const value = await evaluator.evaluate(source.slice(1), {}, now);
  return typeof value === 'string' ? value : refuse(source);
}

function cycleOf(source: string): { count: number | null; start: number | null; interval: string } {
  const match = /^R(\d*)\/(?:([^/]+)\/)?(P[^/]+)$/.exec(source) ?? refuse(source);
  const [, count = '', start, interval = ''] = match;
  if (count === '0') refuse(source);
  return { count: count === '' ? null : Number(count), start: start === undefined ? null : dateOf(start), interval };
}

/** A date and time without an offset is UTC. */
function dateOf(source: string): number {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(source) || !source.includes('T') ? source : `${source}Z`;
  const due = Date.parse(zoned);
  return isInstant(due) ? due : refuse(source);
}

function after(from: number, duration: string, source: string, add = addDuration): number {
  try {
    return add(from, duration);
  } catch {
    return refuse(source);
  }
}

function refuse(source: string): never {
  throw new DealwrightError(
    'timer-start-invalid',
    {
      en: `The start timer "${source}" is not an ISO 8601 date, duration or cycle.`,
      zh: `开始定时器“${source}”不是有效的 ISO 8601 日期、时长或周期。`,
    },
    { source },
  );
}
