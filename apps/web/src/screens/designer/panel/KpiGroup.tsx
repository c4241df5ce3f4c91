import Plus from 'lucide-solid/icons/plus';
import type { KpiDefinition } from '@dealwright/bpmn/types';
import { createMemo, Index, type JSX } from 'solid-js';
import { type ModdleNode } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { newKpi, readKpis, writeKpis } from '../model/kpis.ts';
import { useEditing } from './Editing.ts';
import { KpiEntry } from './KpiEntry.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** The KPIs of a flow node or of the whole process: a measure each, with its target. */
export function KpiGroup(props: { node: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const kpis = createMemo(() => (editing.element(), readKpis(props.node)));
  const write = (next: readonly KpiDefinition[]) =>
    editing.setExtensions(props.node, 'dw:Kpi', writeKpis(next, editing.create));
  return (
    <PanelGroup title={t(texts.kpis)}>
      <Index each={kpis()}>
        {(kpi, at) => (
          <KpiEntry
            kpi={kpi()}
            count={at + 1}
            node={props.node}
            onChange={(next) => write(kpis().map((one, place) => (place === at ? next : one)))}
            onRemove={() => write(kpis().filter((_, place) => place !== at))}
          />
        )}
      </Index>
      <Button size="sm" icon={<Plus />} onClick={() => write([...kpis(), newKpi(props.node.id ?? 'process', kpis())])}>
        {t(texts.addKpi)}
      </Button>
    </PanelGroup>
  );
}
