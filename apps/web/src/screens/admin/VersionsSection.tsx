import type { ModelSummary } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import Workflow from 'lucide-solid/icons/workflow';
import { For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { DemoBadge, EmptyState, Panel, QueryView, SkeletonRows } from '../../ui/index.ts';
import { adminTexts as texts } from './texts.ts';

/** Every version put to work, with how many deals still run on it. */
export function VersionsSection() {
  const models = useQuery(() => ({ queryKey: keys.models, queryFn: () => api.model.list.query() }));
  return (
    <QueryView query={models}>
      {(all) => (
        <Show
          when={all().some((model) => model.latestVersion !== null)}
          fallback={
            <EmptyState
              icon={<Workflow />}
              title={t(texts.noVersions)}
              text={t(texts.noVersionsText)}
              action={
                <A class="button button--primary button--md" href="/models">
                  {t(texts.toModels)}
                </A>
              }
            />
          }
        >
          <div class="admin__stack">
            <For each={all().filter((model) => model.latestVersion !== null)}>
              {(model) => <ModelVersions model={model} />}
            </For>
          </div>
        </Show>
      )}
    </QueryView>
  );
}

function ModelVersions(props: { model: ModelSummary }) {
  const versions = useQuery(() => ({
    queryKey: keys.versions(props.model.id),
    queryFn: () => api.model.versions.query({ id: props.model.id }),
  }));
  return (
    <Panel
      title={
        <span class="admin__person-name">
          <A href={`/processes/${encodeURIComponent(props.model.processId)}`}>
            {labelOf(props.model.labels, props.model.name)}
          </A>
          <Show when={props.model.demo}>
            <DemoBadge />
          </Show>
        </span>
      }
    >
      <QueryView query={versions} skeleton={<SkeletonRows rows={2} height="24px" />}>
        {(rows) => (
          <div class="table-scroll">
            <table class="table">
              <thead>
                <tr>
                  <th>{t(texts.version)}</th>
                  <th>{t(texts.note)}</th>
                  <th>{t(texts.deployedAt)}</th>
                  <th>{t(texts.by)}</th>
                  <th class="table__num">{t(texts.activeDeals)}</th>
                  <th class="table__num">{t(texts.closedDeals)}</th>
                </tr>
              </thead>
              <tbody>
                <For each={rows()}>
                  {(version) => (
                    <tr>
                      <td>
                        <A href={`/models/${props.model.id}/versions/${version.deploymentId}`}>
                          {t(texts.versionNumber, { count: version.version })}
                        </A>
                      </td>
                      <td class="admin__note">{version.note}</td>
                      <td class="num">{formatInstant(version.deployedAt)}</td>
                      <td>{version.deployedBy?.name ?? '–'}</td>
                      <td class="table__num">{formatNumber(version.activeDeals)}</td>
                      <td class="table__num">{formatNumber(version.closedDeals)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
