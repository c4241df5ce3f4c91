import type { Incident } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import CircleCheck from 'lucide-solid/icons/circle-check';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { api, keys, useInfiniteQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { formatInstant, labelOf, language, t } from '../../i18n/index.ts';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  Panel,
  SkeletonRows,
  toast,
  toastError,
  uiTexts,
  MoreButton,
} from '../../ui/index.ts';
import { adminTexts as texts } from './texts.ts';

/** Steps that failed: what, where and why, with a way on. */
export function IncidentsSection() {
  const [busy, setBusy] = createSignal<string | null>(null);
  const [ending, setEnding] = createSignal<Incident | null>(null);
  const incidents = useInfiniteQuery(() => ({
    queryKey: keys.incidents,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.incident.list.query(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  }));
  const rows = createMemo(() => (incidents.data?.pages ?? []).flatMap((page) => page.rows));
  const act = async (incident: Incident, kind: 'retry' | 'cancel', done: string) => {
    setBusy(incident.id);
    try {
      await api.incident[kind].mutate({ id: incident.id });
      toast({ text: done, tone: 'good' });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(null);
      setEnding(null);
      for (const floor of ['incident', 'system', 'deal']) void queryClient.invalidateQueries({ queryKey: [floor] });
    }
  };
  return (
    <Panel>
      <Show when={!incidents.isPending} fallback={<SkeletonRows rows={4} />}>
        <Show
          when={!incidents.isError || rows().length > 0}
          fallback={<ErrorState error={incidents.error} onRetry={() => void incidents.refetch()} />}
        >
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState icon={<CircleCheck />} title={t(texts.noIncidents)} text={t(texts.noIncidentsText)} />
            }
          >
            <div class="table-scroll">
              <table class="table">
                <thead>
                  <tr>
                    <th>{t(texts.where)}</th>
                    <th>{t(texts.deal)}</th>
                    <th>{t(texts.what)}</th>
                    <th>{t(texts.when)}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>
                    {(incident) => (
                      <tr>
                        <td>
                          <div class="admin__person-text">
                            <span>{labelOf(incident.nodeLabels, incident.nodeName)}</span>
                            <span class="muted">
                              {labelOf(incident.processLabels, incident.processName)} ·{' '}
                              {t(texts.versionNumber, { count: incident.version })}
                            </span>
                          </div>
                        </td>
                        <td>
                          <Show when={incident.deal} fallback="–">
                            {(deal) => <A href={`/deals/${deal().id}`}>{deal().name}</A>}
                          </Show>
                        </td>
                        <td class="admin__note">
                          {incident.message[language()]} <code class="admin__code">{incident.code}</code>
                        </td>
                        <td class="num">{formatInstant(incident.raisedAt)}</td>
                        <td class="table__actions">
                          <Button
                            size="sm"
                            icon={<RotateCw />}
                            busy={busy() === incident.id}
                            onClick={() => void act(incident, 'retry', t(texts.retried))}
                          >
                            {t(texts.retry)}
                          </Button>{' '}
                          <Button size="sm" variant="ghost" onClick={() => setEnding(incident)}>
                            {t(texts.cancelInstance)}
                          </Button>
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
            <Show when={incidents.hasNextPage}>
              <div class="admin__more">
                <MoreButton list={incidents} />
              </div>
            </Show>
          </Show>
        </Show>
      </Show>
      <Dialog
        open={ending() !== null}
        onOpenChange={(open) => !open && setEnding(null)}
        title={t(texts.cancelTitle)}
        description={t(texts.cancelText)}
        width="sm"
        footer={
          <>
            <Button onClick={() => setEnding(null)}>{t(uiTexts.cancel)}</Button>
            <Button
              variant="danger"
              busy={busy() !== null}
              onClick={() => {
                const incident = ending();
                if (incident) void act(incident, 'cancel', t(texts.cancelledDone));
              }}
            >
              {t(texts.cancelInstance)}
            </Button>
          </>
        }
      />
    </Panel>
  );
}
