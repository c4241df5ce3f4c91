import type { ProcessView } from '@dealwright/api/contract';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { Diagram } from '../../diagram/Diagram.tsx';
import { labelOf, language, t } from '../../i18n/index.ts';
import { Panel } from '../../ui/index.ts';
import { badgesOf } from './badgesOf.ts';
import { elementNames } from './elementNames.ts';
import { ElementSheet } from './ElementSheet.tsx';
import { ElementTable } from './ElementTable.tsx';
import { KpiCard } from './KpiCard.tsx';
import { StageFunnel } from './StageFunnel.tsx';
import { processTexts as texts } from './texts.ts';
import { Totals } from './Totals.tsx';

/** The figures of one selection: totals, drawing with badges, the selected step, stages, and all of it as a table. */
export function ProcessFigures(props: {
  view: ProcessView;
  selected: string | null;
  onSelect: (id: string | null) => void;
}): JSX.Element {
  const names = createMemo(() => elementNames(props.view.xml, language()));
  const nameOf = (id: string) => names().get(id) ?? id;
  const badges = createMemo(() => badgesOf(props.view.elements, props.view.currency));
  const figures = () => props.view.elements.find((element) => element.nodeId === props.selected) ?? null;
  const told = createMemo(() =>
    props.view.elements.filter((element) => element.kpis.length > 0 || element.standing > 0 || element.entered > 0),
  );
  return (
    <div class="process">
      <Totals view={props.view} />
      <Show when={props.view.totals.started === 0}>
        <p class="process__empty" role="status">
          {t(texts.empty)}
        </p>
      </Show>
      <div class="process__main">
        <Diagram
          xml={props.view.xml}
          label={t(texts.diagram, { name: labelOf(props.view.labels, props.view.name) })}
          badges={badges()}
          selected={props.selected}
          onSelect={props.onSelect}
          class="process__diagram"
        />
        <Show when={props.selected}>
          {(id) => (
            <ElementSheet
              name={nameOf(id())}
              figures={figures()}
              currency={props.view.currency}
              pipelineHref={`/pipeline?process=${encodeURIComponent(props.view.processId)}`}
              onClose={() => props.onSelect(null)}
            />
          )}
        </Show>
      </div>
      <Show when={props.view.processKpis.length > 0}>
        <Panel title={t(texts.processKpis)}>
          <div class="process__kpis">
            <For each={props.view.processKpis}>{(kpi) => <KpiCard kpi={kpi} currency={props.view.currency} />}</For>
          </div>
        </Panel>
      </Show>
      <Panel title={t(texts.funnel)}>
        <Show when={props.view.stages.length > 0} fallback={<p class="process__empty">{t(texts.noStages)}</p>}>
          <StageFunnel view={props.view} />
        </Show>
      </Panel>
      <Panel title={t(texts.elements)}>
        <ElementTable
          elements={told()}
          nameOf={nameOf}
          currency={props.view.currency}
          onSelect={(id) => props.onSelect(id)}
        />
      </Panel>
      <p class="muted process__foot">
        {t(texts.zone, {
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          currency: props.view.currency,
        })}
      </p>
    </div>
  );
}
