import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { Badge, QueryView } from '../../ui/index.ts';
import { designerTexts as texts } from './texts.ts';

/** The deployed versions of a model, newest first; each can be opened read-only. */
export function VersionList(props: { modelId: string }): JSX.Element {
  const versions = useQuery(() => ({
    queryKey: keys.versions(props.modelId),
    queryFn: () => api.model.versions.query({ id: props.modelId }),
  }));
  return (
    <QueryView query={versions}>
      {(found) => (
        <Show when={found().length > 0} fallback={<p class="designer__none">{t(texts.versionsEmpty)}</p>}>
          <ol class="designer__versions">
            <For each={found().toSorted((a, b) => b.version - a.version)}>
              {(version) => (
                <li>
                  <div>
                    <Badge tone="accent">{t(texts.versionN, { version: version.version })}</Badge>
                    <A href={`/models/${props.modelId}/versions/${version.deploymentId}`}>{t(texts.open)}</A>
                  </div>
                  <p>{version.note}</p>
                  <small class="muted">
                    {t(texts.versionBy, {
                      who: version.deployedBy?.name ?? t(texts.someone),
                      when: formatInstant(version.deployedAt),
                    })}
                    {' · '}
                    {t(texts.versionDeals, { active: version.activeDeals, closed: version.closedDeals })}
                  </small>
                </li>
              )}
            </For>
          </ol>
        </Show>
      )}
    </QueryView>
  );
}
