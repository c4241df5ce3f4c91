import { chance, pick, type Random } from './random.ts';

/** What is decided of a demo deal before it is played. */
export interface ScriptedDeal {
  readonly process: 'standard' | 'fast';
  /** epoch milliseconds */
  readonly startedAt: number;
  readonly fate: 'won' | 'lost' | 'disqualified';
  readonly lostAt: string;
  readonly heldAt: string | null;
}

const DAY = 86_400_000;

/** Deals that stand somewhere today: element, and how many days ago the deal began. Some are late, some due today. */
const OPEN: readonly (readonly [ScriptedDeal['process'], string, number])[] = [
  ['standard', 'Identify', 0.05],
  ['standard', 'Identify', 0.5],
  ['standard', 'Analyse', 2],
  ['standard', 'Analyse', 4.8],
  ['standard', 'Analyse', 9],
  ['standard', 'Propose', 6],
  ['standard', 'Propose', 11],
  ['standard', 'Approve', 12],
  ['standard', 'Approve', 14],
  ['standard', 'Approve', 16],
  ['standard', 'Answer', 17],
  ['standard', 'Answer', 20],
  ['standard', 'Negotiate', 24],
  ['standard', 'Negotiate', 30],
  ['standard', 'Contract', 33],
  ['fast', 'Call', 0.004],
  ['fast', 'Collect', 1.2],
  ['fast', 'Collect', 2.6],
];

/** Sixty deals over the past year: what stands open today, and those that were closed before. */
export function script(random: Random, now: number): ScriptedDeal[] {
  const open = OPEN.map(([process, heldAt, daysAgo]): ScriptedDeal => {
    return { process, startedAt: now - daysAgo * DAY, fate: 'won', lostAt: '', heldAt };
  });
  const closed = Array.from({ length: 42 }, (_, i): ScriptedDeal => {
    const process = i % 3 === 2 ? 'fast' : 'standard';
    // standard deals take up to two months: those that began before are over by now
    const startedAt = now - (75 + (i / 42) * 285 + random() * 5) * DAY;
    const fate = chance(random, 0.12) ? 'disqualified' : chance(random, 0.5) ? 'won' : 'lost';
    const lostAt =
      process === 'fast'
        ? pick(random, ['Call', 'Collect'])
        : pick(random, ['Analyse', 'Answer', 'Answer', 'Negotiate']);
    return { process, startedAt, fate, lostAt, heldAt: null };
  });
  return [...closed, ...open];
}
