import type { ProcessRef } from '@dealwright/api/contract';
import { type JSX, Show } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { labelOf, t } from '../../../i18n/index.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { structureTexts as texts } from './structureTexts.ts';
import { panelTexts } from './texts.ts';

/** Which process a call activity starts, and in which version. */
export function CallGroup(props: { processes: readonly ProcessRef[] }): JSX.Element {
  const editing = useEditing();
  const node = () => (editing.element(), editing.node());
  const version = () => {
    const number = node().get('dw:version');
    return typeof number === 'number' ? number : null;
  };
  return (
    <PanelGroup title={t(texts.call)}>
      <SelectField
        label={t(texts.calledProcess)}
        value={textOf(node(), 'calledElement')}
        placeholder={t(panelTexts.choose)}
        options={props.processes.map((process) => ({
          value: process.processId,
          label: labelOf(process.labels, process.name),
        }))}
        onValue={(calledElement) => editing.set({ calledElement: calledElement || undefined })}
      />
      <SelectField
        label={t(texts.binding)}
        value={textOf(node(), 'dw:binding') || 'latest'}
        options={[
          { value: 'latest', label: t(texts.bindingLatest) },
          { value: 'deployment', label: t(texts.bindingDeployment) },
          { value: 'version', label: t(texts.bindingVersion) },
        ]}
        onValue={(binding) =>
          editing.set({
            'dw:binding': binding === 'latest' ? undefined : binding,
            'dw:version': binding === 'version' ? (version() ?? 1) : undefined,
          })
        }
      />
      <Show when={textOf(node(), 'dw:binding') === 'version'}>
        <NumberField
          label={t(texts.version)}
          value={version()}
          min={1}
          step="1"
          onCommit={(number) => editing.set({ 'dw:version': Math.max(1, Math.round(number ?? 1)) })}
        />
      </Show>
    </PanelGroup>
  );
}
