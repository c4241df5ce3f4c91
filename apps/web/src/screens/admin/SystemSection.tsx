import type { SystemStatus } from '@dealwright/api/contract';
import type { UseQueryResult } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { DemoButton } from '../../demo/DemoButton.tsx';
import { demoTexts } from '../../demo/texts.ts';
import { formatInstant, formatNumber, t } from '../../i18n/index.ts';
import { Panel, QueryView } from '../../ui/index.ts';
import { RetentionPanel } from './RetentionPanel.tsx';
import { adminTexts as texts } from './texts.ts';

/** How the installation is doing, and its demo data. */
export function SystemSection(props: { status: UseQueryResult<SystemStatus> }) {
  const demo = useQuery(() => ({ queryKey: keys.demo, queryFn: () => api.demo.status.query() }));
  return (
    <div class="admin__stack">
      <Panel title={t(texts.system)}>
        <QueryView query={props.status}>
          {(status) => (
            <dl class="admin__figures">
              <Figure label={t(texts.serverVersion)}>{status().version}</Figure>
              <Figure label={t(texts.database)}>{t(texts[status().database])}</Figure>
              <Figure label={t(texts.startedAt)}>{formatInstant(status().startedAt)}</Figure>
              <Figure label={t(texts.activeInstances)}>{formatNumber(status().activeInstances)}</Figure>
              <Figure label={t(texts.openTasks)}>{formatNumber(status().openTasks)}</Figure>
              <Figure label={t(texts.readyJobs)}>{formatNumber(status().readyJobs)}</Figure>
              <Figure label={t(texts.oldestJob)}>
                {status().oldestDueJob ? formatInstant(status().oldestDueJob ?? '') : t(texts.noJob)}
              </Figure>
              <Figure label={t(texts.openIncidents)}>{formatNumber(status().openIncidents)}</Figure>
            </dl>
          )}
        </QueryView>
      </Panel>
      <RetentionPanel />
      <Panel title={t(demoTexts.title)} actions={<DemoButton />}>
        <div class="panel__body admin__demo">
          <p class="muted">{t(demoTexts.about)}</p>
          <Show when={!demo.isPending && demo.data?.loaded}>
            <ul class="admin__badges" aria-label={t(demoTexts.people)}>
              <For each={demo.data?.people}>
                {(person) => (
                  <li class="admin__demo-person">
                    {person.name} <span class="muted">{person.email}</span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      </Panel>
    </div>
  );
}

function Figure(props: { label: string; children: JSX.Element }) {
  return (
    <div class="admin__figure">
      <dt>{props.label}</dt>
      <dd class="num">{props.children}</dd>
    </div>
  );
}
