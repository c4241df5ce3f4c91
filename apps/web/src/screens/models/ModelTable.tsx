import type { ModelSummary } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { formatInstant, labelOf, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Badge, Button, DemoBadge, Dialog } from '../../ui/index.ts';
import { VersionList } from '../designer/VersionList.tsx';
import { modelsTexts as texts } from './texts.ts';

/** The models with their version, their running deals and where one can go from them. */
export function ModelTable(props: { models: readonly ModelSummary[] }): JSX.Element {
  const [shown, setShown] = createSignal<ModelSummary | null>(null);
  return (
    <>
      <div class="table-scroll">
        <table class="table models__table">
          <thead>
            <tr>
              <th scope="col">{t(texts.columnName)}</th>
              <th scope="col">{t(texts.columnVersion)}</th>
              <th scope="col" class="table__num">
                {t(texts.columnDeals)}
              </th>
              <th scope="col">{t(texts.columnUpdated)}</th>
              <th scope="col">
                <span class="visually-hidden">{t(texts.columnActions)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.models}>{(model) => <ModelRow model={model} onVersions={() => setShown(model)} />}</For>
          </tbody>
        </table>
      </div>
      <Show when={shown()}>
        {(model) => (
          <Dialog
            open
            onOpenChange={() => setShown(null)}
            title={t(texts.versionsTitle, { name: labelOf(model().labels, model().name) })}
          >
            <VersionList modelId={model().id} />
          </Dialog>
        )}
      </Show>
    </>
  );
}

function ModelRow(props: { model: ModelSummary; onVersions: () => void }): JSX.Element {
  const mayOpen = () => hasRole('manager', 'admin');
  const href = () =>
    mayOpen() ? `/models/${props.model.id}` : `/processes/${encodeURIComponent(props.model.processId)}`;
  return (
    <tr>
      <th scope="row" class="models__name">
        <A href={href()}>{labelOf(props.model.labels, props.model.name)}</A>
        <Show when={props.model.demo}>
          <DemoBadge />
        </Show>
      </th>
      <td>
        <span class="models__version">
          <Show when={props.model.latestVersion !== null} fallback={<Badge>{t(texts.notDeployed)}</Badge>}>
            <Badge tone="accent">{t(texts.version, { version: props.model.latestVersion ?? 0 })}</Badge>
          </Show>
          <Show when={props.model.draftChanged && props.model.latestVersion !== null}>
            <Badge tone="warn" title={t(texts.draftChangedHint)}>
              {t(texts.draftChanged)}
            </Badge>
          </Show>
        </span>
      </td>
      <td class="table__num" data-label={t(texts.columnDeals)}>
        {props.model.activeDeals}
      </td>
      <td class="muted">
        <Show when={props.model.updatedBy} fallback={formatInstant(props.model.updatedAt)}>
          {(person) => t(texts.updatedBy, { when: formatInstant(props.model.updatedAt), who: person().name })}
        </Show>
      </td>
      <td class="table__actions">
        <Show when={mayOpen()}>
          <A class="button button--ghost button--sm" href={`/models/${props.model.id}`}>
            {t(hasRole('manager') ? texts.draw : texts.look)}
          </A>
        </Show>
        <Show when={props.model.latestVersion !== null}>
          <A class="button button--ghost button--sm" href={`/processes/${encodeURIComponent(props.model.processId)}`}>
            {t(texts.view)}
          </A>
          <Button size="sm" variant="ghost" onClick={() => props.onVersions()}>
            {t(texts.versions)}
          </Button>
        </Show>
      </td>
    </tr>
  );
}
