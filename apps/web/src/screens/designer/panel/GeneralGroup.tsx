import { createMemo, type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is } from '../../../diagram/moddle.ts';
import { language, t } from '../../../i18n/index.ts';
import { namedNode } from '../bpmn/rename.ts';
import { TextField } from '../fields/TextField.tsx';
import { readTexts } from '../model/labelTexts.ts';
import { CalendarField } from './CalendarField.tsx';
import { useEditing } from './Editing.ts';
import { IdField } from './IdField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';
import { TypeField } from './TypeField.tsx';

/**
 * Name in both languages, type and ID. "Name" is what the canvas shows: the name in the language one works in. With
 * nothing selected it is the process that is named here.
 */
export function GeneralGroup(): JSX.Element {
  const editing = useEditing();
  const isRoot = () => is(editing.node(), 'bpmn:Process') || is(editing.node(), 'bpmn:Collaboration');
  const labels = createMemo(() => readTexts(namedNode(editing.node()), 'dw:Label'));
  const other = () => (language() === 'zh' ? 'en' : 'zh');
  return (
    <PanelGroup title={t(texts.general)}>
      <TextField
        label={t(texts.name)}
        value={(editing.element(), displayName(namedNode(editing.node()), language()))}
        onCommit={(text) => editing.rename(language(), text)}
      />
      <TextField
        label={t(other() === 'en' ? texts.labelEn : texts.labelZh, { what: t(texts.name) })}
        lang={other() === 'zh' ? 'zh-CN' : 'en'}
        value={labels()[other()] ?? ''}
        onCommit={(text) => editing.rename(other(), text)}
      />
      <TypeField />
      <Show when={!isRoot()}>
        <IdField />
      </Show>
      <Show when={isRoot() && editing.process()}>
        <CalendarField ofProcess />
      </Show>
      <Show when={isRoot() && editing.process()}>
        {(process) => (
          <p class="designer__fact">
            <span>{t(texts.processId)}</span> <code>{process().id}</code>
            <small>{t(texts.processIdHint)}</small>
          </p>
        )}
      </Show>
    </PanelGroup>
  );
}
