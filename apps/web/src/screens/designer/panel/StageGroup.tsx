import { createMemo, type JSX } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { labelOf, t } from '../../../i18n/index.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { readStages } from '../model/stages.ts';
import { CalendarField } from './CalendarField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** Which stage a flow node belongs to, how soon it should be done, and by whose working time. */
export function StageGroup(): JSX.Element {
  const editing = useEditing();
  const stages = createMemo(() => {
    const node = editing.node();
    const process = editing.process();
    return process && node ? readStages(process) : [];
  });
  return (
    <PanelGroup title={t(texts.stageGroup)}>
      <SelectField
        label={t(texts.stage)}
        value={textOf(editing.node(), 'dw:stage')}
        placeholder={t(texts.none)}
        options={stages().map((stage) => ({ value: stage.id, label: labelOf(stage.labels, stage.id) }))}
        onValue={(stage) => editing.set({ 'dw:stage': stage || undefined })}
      />
      <DurationField
        label={t(texts.sla)}
        value={textOf(editing.node(), 'dw:sla')}
        onCommit={(sla) => editing.set({ 'dw:sla': sla || undefined })}
      />
      <CalendarField />
    </PanelGroup>
  );
}
