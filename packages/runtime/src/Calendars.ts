import type { ProcessGraph, WorkCalendar } from '@dealwright/bpmn';
import { type EntityManager, findCalendars } from '@dealwright/store';
import { calendarsOf } from './Graphs.ts';

/** Calendars by id, read from the database and kept for a moment: they change a few times a year. */
export interface Calendars {
  /** those that there are of the named ones */
  get(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, WorkCalendar>>;
}

/** Milliseconds after which a calendar is read again: so long an edit may go unnoticed. */
const KEPT_MS = 10_000;
const NONE: ReadonlyMap<string, WorkCalendar> = new Map();

/** The calendars that a drawing names, for whoever plans an instance without the runtime. */
export async function calendarsFor(em: EntityManager, graph: ProcessGraph): Promise<ReadonlyMap<string, WorkCalendar>> {
  const ids = calendarsOf(graph);
  if (ids.length === 0) return NONE;
  return new Map((await findCalendars(em, ids)).map((calendar) => [calendar.id, calendar]));
}

/** `now`: epoch milliseconds. */
export function createCalendars(now: () => number): Calendars {
  const kept = new Map<string, { readonly calendar: WorkCalendar | null; readonly at: number }>();
  const isFresh = (id: string): boolean => {
    const at = kept.get(id)?.at;
    return at !== undefined && now() >= at && now() - at < KEPT_MS;
  };
  return {
    async get(em, ids) {
      if (ids.length === 0) return NONE;
      if (!ids.every(isFresh)) {
        const found = await findCalendars(em, ids);
        for (const id of ids) kept.set(id, { calendar: found.find((one) => one.id === id) ?? null, at: now() });
      }
      return new Map(
        ids.flatMap((id) => {
          const calendar = kept.get(id)?.calendar;
          return calendar ? [[id, calendar] as const] : [];
        }),
      );
    },
  };
}
