import type { Incident, IncidentAnswer } from '@dealwright/api/contract';
import { createMemo, createSignal } from 'solid-js';
import { api, keys, useInfiniteQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { t } from '../../i18n/index.ts';
import { toast, toastError } from '../../ui/index.ts';
import { incidentTexts as texts } from './incidentTexts.ts';

export type Way = 'retry' | 'skip' | 'cancel';

/** Incidents that one call takes; the contract says the same. */
const AT_ONCE = 200;

/** What became of an incident: `problem` says why nothing did. */
export interface Outcome {
  readonly incident: Incident;
  readonly way: Way;
  readonly problem: IncidentAnswer['problem'];
}

/**
 * The open incidents that a filter lets through, which of them are selected, and what became of those that something
 * was done about: they stay in their place until they are hidden.
 */
export function useIncidents(filter: () => { readonly processId: string; readonly code: string }) {
  const [outcomes, setOutcomes] = createSignal<ReadonlyMap<string, Outcome>>(new Map());
  const [marked, setMarked] = createSignal<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = createSignal(false);
  const asked = () => ({
    ...(filter().processId === '' ? {} : { processId: filter().processId }),
    ...(filter().code === '' ? {} : { code: filter().code }),
  });
  const list = useInfiniteQuery(() => ({
    queryKey: keys.incidents(filter()),
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.incident.list.query({ ...asked(), ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  }));
  const fetched = createMemo(() => (list.data?.pages ?? []).flatMap((page) => page.rows));
  const isDone = (id: string) => outcomes().get(id)?.problem === null;
  const rows = createMemo(() => {
    const here = new Set(fetched().map(({ id }) => id));
    const gone = [...outcomes().values()].filter(({ incident, problem }) => problem === null && !here.has(incident.id));
    return [...fetched(), ...gone.map(({ incident }) => incident)].toSorted(newestFirst);
  });
  const open = createMemo(() => rows().filter(({ id }) => !isDone(id)));
  const selected = createMemo(() => open().filter(({ id }) => marked().has(id)));

  const mark = (ids: readonly string[], on: boolean) => {
    const next = new Set(marked());
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setMarked(next);
  };
  const note = (incidents: readonly Incident[], way: Way, answers: readonly IncidentAnswer[]) => {
    const next = new Map(outcomes());
    const byId = new Map(incidents.map((incident) => [incident.id, incident]));
    for (const { id, problem } of answers) {
      const incident = byId.get(id);
      if (incident) next.set(id, { incident, way, problem });
    }
    setOutcomes(next);
    mark(
      answers.filter(({ problem }) => problem === null).map(({ id }) => id),
      false,
    );
    const failed = answers.filter(({ problem }) => problem !== null).length;
    const done = answers.length - failed;
    toast({ text: t(texts.result, { done, failed }), tone: failed === 0 ? 'good' : 'bad' });
  };
  /** Does it for all of them; false when the server could not be asked, which is told. */
  const resolve = async (
    way: Way,
    incidents: readonly Incident[],
    reason: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<boolean> => {
    setBusy(true);
    const answers: IncidentAnswer[] = [];
    try {
      for (let from = 0; from < incidents.length; from += AT_ONCE) {
        const ids = incidents.slice(from, from + AT_ONCE).map(({ id }) => id);
        answers.push(...(await call(way, { ids, reason }, variables)));
      }
      return true;
    } catch (error) {
      toastError(error);
      return false;
    } finally {
      if (answers.length > 0) note(incidents, way, answers);
      setBusy(false);
      for (const floor of ['incident', 'system', 'deal']) void queryClient.invalidateQueries({ queryKey: [floor] });
    }
  };
  const hideDone = () => setOutcomes(new Map());
  return { list, rows, open, selected, marked, mark, outcomes, isDone, hideDone, resolve, busy };
}

function call(
  way: Way,
  input: { readonly ids: string[]; readonly reason: string },
  variables: Readonly<Record<string, unknown>> | undefined,
): Promise<IncidentAnswer[]> {
  if (way === 'skip') return api.incident.skip.mutate(input);
  if (way === 'cancel') return api.incident.cancel.mutate(input);
  // what was parsed from JSON is JSON
  const given = variables as Parameters<typeof api.incident.retry.mutate>[0]['variables'];
  return api.incident.retry.mutate(given ? { ...input, variables: given } : input);
}

function newestFirst(a: Incident, b: Incident): number {
  return b.raisedAt.localeCompare(a.raisedAt) || b.id.localeCompare(a.id);
}
