import type { TaskDetail } from '@dealwright/api/contract';
import type { KpiUnit } from '@dealwright/bpmn';
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { formatDay, formatInstant, formatMoney, formatNumber, labelOf, t } from '../../i18n/index.ts';
import { unitTexts, worklistTexts as texts } from './texts.ts';

/** What one must know beside the form: the deal, the playbook, what is measured. */
export function TaskFacts(props: { task: TaskDetail }) {
  const playbook = () => labelOf(props.task.playbook, '');
  return (
    <aside class="task-facts">
      <Show when={playbook()}>
        <section class="task-facts__block task-facts__block--playbook">
          <h3>{t(texts.playbook)}</h3>
          <p class="task-facts__playbook">{playbook()}</p>
        </section>
      </Show>
      <Show when={props.task.deal}>
        {(deal) => (
          <section class="task-facts__block">
            <h3>{t(texts.facts)}</h3>
            <dl class="facts">
              <dt class="visually-hidden">{t(texts.facts)}</dt>
              <dd class="facts__wide">
                <A href={`/deals/${deal().id}`}>{deal().name}</A>
              </dd>
              <Fact label={t(texts.account)}>{deal().accountName}</Fact>
              <Fact label={t(texts.value)}>{formatMoney(deal().value, deal().currency)}</Fact>
              <Fact label={t(texts.owner)}>{props.task.owner?.name}</Fact>
              <Fact label={t(texts.stage)}>
                {props.task.stage ? labelOf(props.task.stage.labels, props.task.stage.id) : null}
              </Fact>
              <Fact label={t(texts.expectedClose)}>
                {props.task.expectedCloseOn ? formatDay(props.task.expectedCloseOn) : null}
              </Fact>
              <Fact label={t(texts.nextStep)}>{props.task.nextStep}</Fact>
              <Fact label={t(texts.created)}>{formatInstant(props.task.createdAt)}</Fact>
            </dl>
          </section>
        )}
      </Show>
      <Show when={props.task.kpis.length > 0}>
        <section class="task-facts__block">
          <h3>{t(texts.kpis)}</h3>
          <dl class="facts">
            <For each={props.task.kpis}>
              {(kpi) => (
                <Fact label={labelOf(kpi.labels, kpi.id)}>
                  {kpi.target === null ? t(texts.noTarget) : t(texts.target, { value: targetText(kpi) })}
                </Fact>
              )}
            </For>
          </dl>
        </section>
      </Show>
    </aside>
  );
}

function targetText(kpi: TaskDetail['kpis'][number]): string {
  const unit = unitTexts[kpi.unit as KpiUnit] ?? unitTexts.number;
  return t(unit, { value: formatNumber(kpi.target ?? 0, 2) });
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <Show when={props.children}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </Show>
  );
}
