import { A, useParams, useSearchParams } from '@solidjs/router';
import { keepPreviousData } from '@tanstack/solid-query';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createMemo, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, labelOf, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { PageHeader, QueryView } from '../../ui/index.ts';
import { FilterBar } from './FilterBar.tsx';
import type { ProcessFilter } from './filter.ts';
import { ProcessFigures } from './ProcessFigures.tsx';
import { processTexts as texts } from './texts.ts';
import './process.css';

/** The drawn process with its figures on it. What it is narrowed to stands in the address. */
export default function ProcessScreen(): JSX.Element {
  const params = useParams<{ processId: string }>();
  const [search, setSearch] = useSearchParams<Partial<Record<keyof ProcessFilter | 'element', string>>>();
  const filter = createMemo<ProcessFilter>(() => ({
    version: search.version ?? '',
    from: search.from ?? '',
    to: search.to ?? '',
    owner: search.owner ?? '',
  }));
  const processId = () => decodeURIComponent(params.processId);
  const input = () => {
    const { version, from, to, owner } = filter();
    return {
      processId: processId(),
      ...(version && { deploymentId: version }),
      ...(from && { from }),
      ...(to && { to }),
      ...(owner && { ownerId: owner }),
    };
  };
  const view = useQuery(() => ({
    queryKey: keys.processView(input()),
    queryFn: () => api.process.view.query(input()),
    placeholderData: keepPreviousData,
  }));
  const models = useQuery(() => ({ queryKey: keys.models, queryFn: () => api.model.list.query() }));
  const model = () =>
    (models.isSuccess ? models.data : []).find((candidate) => candidate.processId === processId()) ?? null;
  const versions = useQuery(() => ({
    queryKey: keys.versions(model()?.id ?? ''),
    queryFn: () => api.model.versions.query({ id: model()?.id ?? '' }),
    enabled: model() !== null,
  }));
  const name = () => {
    const known = view.isSuccess ? view.data : model();
    return labelOf(known?.labels, known?.name ?? '');
  };
  const owners = useQuery(() => ({ queryKey: keys.names, queryFn: () => api.people.names.query() }));
  return (
    <>
      <PageHeader
        title={t(texts.title, { name: name() })}
        before={
          <A href="/models" class="button button--ghost button--sm icon-button" aria-label={t(texts.close)}>
            <ArrowLeft aria-hidden="true" />
          </A>
        }
        actions={
          <>
            <Show when={view.isSuccess}>
              <span class="muted process__as-of">{t(texts.asOf, { when: formatInstant(view.data?.asOf ?? '') })}</span>
            </Show>
            <A href={`/pipeline?process=${encodeURIComponent(processId())}`} class="button button--ghost button--sm">
              {t(texts.pipeline)}
            </A>
            <Show when={hasRole('manager', 'admin') && model()}>
              {(found) => (
                <A href={`/models/${found().id}`} class="button button--ghost button--sm">
                  {t(texts.draw)}
                </A>
              )}
            </Show>
          </>
        }
      >
        <FilterBar
          filter={filter()}
          versions={versions.isSuccess ? versions.data : []}
          owners={hasRole('manager', 'admin') && owners.isSuccess ? owners.data : []}
          onChange={(part) =>
            setSearch(Object.fromEntries(Object.entries(part).map(([key, value]) => [key, value || undefined])))
          }
        />
      </PageHeader>
      <QueryView query={view}>
        {(found) => (
          <ProcessFigures
            view={found()}
            selected={search.element ?? null}
            onSelect={(id) => setSearch({ element: id ?? undefined }, { replace: true })}
          />
        )}
      </QueryView>
    </>
  );
}
