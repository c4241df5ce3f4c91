import type { LogEntry } from '../execution/ScriptRecorder.ts';

/**
 * Whether the activities that log timestamps 1 and 2 were active at the same time. The suite has each of them write
 * down when it begins and when it ends, and holds them for parallel when the two spans overlap. Here a span lasts a
 * second of the virtual clock, which stands still while the executor works: two activities that the process puts one
 * after the other have spans that touch but do not overlap, two on parallel branches have the same one.
 */
export function provenParallel(log: readonly LogEntry[]): boolean {
  const first = spansOf(log, '1');
  const second = spansOf(log, '2');
  return first.some((one) => second.some((other) => one.from < other.to && other.from < one.to));
}

function spansOf(log: readonly LogEntry[], name: string): { readonly from: number; readonly to: number }[] {
  const ends = log.filter((entry) => entry.text === `done ${name}`).map((entry) => entry.at);
  return log
    .filter((entry) => entry.text === `begin ${name}`)
    .flatMap((entry, at) => (ends[at] === undefined ? [] : [{ from: entry.at, to: ends[at] }]));
}
