import type { ProcessRef } from '@dealwright/api/contract';
import type { JSX } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { labelOf, t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** Which process a call activity starts. */
export function CallGroup(props: { processes: readonly ProcessRef[] }): JSX.Element {
  const editing = useEditing();
  return (
    <PanelGroup title={t(texts.call)}>
      <SelectField
        label={t(texts.calledProcess)}
        value={textOf(editing.node(), 'calledElement')}
        placeholder={t(texts.choose)}
        options={props.processes.map((process) => ({
          value: process.processId,
          label: labelOf(process.labels, process.name),
        }))}
        onValue={(calledElement) => editing.set({ calledElement: calledElement || undefined })}
      />
    </PanelGroup>
  );
}
