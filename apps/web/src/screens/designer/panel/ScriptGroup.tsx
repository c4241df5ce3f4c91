import type { JSX } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Field } from '../../../ui/index.ts';
import { CommitArea } from '../fields/CommitArea.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** The script of a script task: FEEL or JavaScript in a sandbox. */
export function ScriptGroup(): JSX.Element {
  const editing = useEditing();
  return (
    <PanelGroup title={t(texts.script)}>
      <SelectField
        label={t(texts.scriptLanguage)}
        value={textOf(editing.node(), 'scriptFormat')}
        placeholder={t(texts.choose)}
        options={[
          { value: 'feel', label: 'FEEL' },
          { value: 'javascript', label: 'JavaScript' },
        ]}
        onValue={(scriptFormat) => editing.set({ scriptFormat: scriptFormat || undefined })}
      />
      <Field label={t(texts.scriptSource)}>
        {(control) => (
          <CommitArea
            {...control}
            class="designer__mono"
            spellcheck={false}
            value={textOf(editing.node(), 'script')}
            onCommit={(script) => editing.set({ script: script || undefined })}
          />
        )}
      </Field>
      <TextField
        label={t(texts.resultVariable)}
        value={textOf(editing.node(), 'dw:resultVariable')}
        onCommit={(name) => editing.set({ 'dw:resultVariable': name.trim() || undefined })}
        mono
      />
    </PanelGroup>
  );
}
