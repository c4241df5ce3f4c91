import type { Incident } from '@dealwright/api/contract';
import CircleCheck from 'lucide-solid/icons/circle-check';
import SearchX from 'lucide-solid/icons/search-x';
import { createSignal, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button, EmptyState, ErrorState, MoreButton, Panel, SkeletonRows } from '../../ui/index.ts';
import { IncidentFilters } from './IncidentFilters.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { incidentTexts as texts } from './incidentTexts.ts';
import { ResolveDialog } from './ResolveDialog.tsx';
import { useIncidents, type Way } from './useIncidents.ts';
import { VariablesDialog } from './VariablesDialog.tsx';

const ALL = { processId: '', code: '' } as const;
const WAYS = [
  { way: 'retry', text: texts.retry },
  { way: 'skip', text: texts.skip },
  { way: 'cancel', text: texts.cancel },
] as const;

/** Steps that failed: what, where, why and since when, with ways on, for one or many at once. */
export function IncidentsSection() {
  const [filter, setFilter] = createSignal<{ readonly processId: string; readonly code: string }>(ALL);
  const [asking, setAsking] = createSignal<{ readonly way: Way; readonly about: readonly Incident[] } | null>(null);
  const [changing, setChanging] = createSignal<Incident | null>(null);
  const incidents = useIncidents(filter);
  const { list, rows, selected, outcomes, busy } = incidents;
  const isFiltered = () => filter().processId !== '' || filter().code !== '';
  const hasDone = () => [...outcomes().values()].some(({ problem }) => problem === null);
  const resolve = async (reason: string) => {
    const asked = asking();
    if (asked && (await incidents.resolve(asked.way, asked.about, reason))) setAsking(null);
  };
  const change = async (incident: Incident, reason: string, changed: Readonly<Record<string, unknown>>) => {
    if (await incidents.resolve('retry', [incident], reason, changed)) setChanging(null);
  };
  return (
    <>
      <div class="admin__tools">
        <IncidentFilters
          filter={filter()}
          onFilter={(next) => {
            incidents.hideDone();
            setFilter(next);
          }}
        />
        <Show when={hasDone()}>
          <Button variant="ghost" onClick={() => incidents.hideDone()}>
            {t(texts.clearResults)}
          </Button>
        </Show>
      </div>
      <Panel>
        <Show when={!list.isPending} fallback={<SkeletonRows rows={4} />}>
          <Show
            when={!list.isError || rows().length > 0}
            fallback={<ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          >
            <Show
              when={rows().length > 0}
              fallback={
                <Show
                  when={isFiltered()}
                  fallback={<EmptyState icon={<CircleCheck />} title={t(texts.none)} text={t(texts.noneText)} />}
                >
                  <EmptyState
                    icon={<SearchX />}
                    title={t(texts.noneMatch)}
                    text={t(texts.noneMatchText)}
                    action={<Button onClick={() => setFilter(ALL)}>{t(texts.showAll)}</Button>}
                  />
                </Show>
              }
            >
              <div class="admin__bulk" role="group" aria-label={t(texts.actions)}>
                <span aria-live="polite">{t(texts.selected, { count: selected().length })}</span>
                {WAYS.map(({ way, text }) => (
                  <Button
                    size="sm"
                    variant={way === 'cancel' ? 'danger' : 'secondary'}
                    disabled={selected().length === 0}
                    onClick={() => setAsking({ way, about: selected() })}
                  >
                    {t(text)}
                  </Button>
                ))}
              </div>
              <IncidentTable
                incidents={incidents}
                onAct={(way, incident) => setAsking({ way, about: [incident] })}
                onChange={setChanging}
              />
              <Show when={list.hasNextPage}>
                <div class="admin__more">
                  <MoreButton list={list} newestFirst />
                </div>
              </Show>
            </Show>
          </Show>
        </Show>
      </Panel>
      <Show when={asking()}>
        {(asked) => (
          <ResolveDialog
            way={asked().way}
            count={asked().about.length}
            busy={busy()}
            onConfirm={(reason) => void resolve(reason)}
            onClose={() => setAsking(null)}
          />
        )}
      </Show>
      <Show when={changing()}>
        {(incident) => (
          <VariablesDialog
            incident={incident()}
            busy={busy()}
            onConfirm={(reason, changed) => void change(incident(), reason, changed)}
            onClose={() => setChanging(null)}
          />
        )}
      </Show>
    </>
  );
}
