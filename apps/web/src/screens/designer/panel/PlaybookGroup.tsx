import { createMemo, type JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Field } from '../../../ui/index.ts';
import { CommitArea } from '../fields/CommitArea.tsx';
import { readTexts, withText, writeTexts } from '../model/labelTexts.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** What a good rep does at this task, in both languages. */
export function PlaybookGroup(): JSX.Element {
  const editing = useEditing();
  const playbook = createMemo(() => readTexts(editing.node(), 'dw:Playbook'));
  const write = (lang: 'en' | 'zh', text: string) =>
    editing.setExtensions(
      editing.node(),
      'dw:Playbook',
      writeTexts(withText(playbook(), lang, text), 'dw:Playbook', editing.create),
    );
  return (
    <PanelGroup title={t(texts.playbook)} folded>
      <Field label={t(texts.labelEn, { what: t(texts.playbook) })} hint={t(texts.playbookHint)}>
        {(control) => (
          <CommitArea {...control} lang="en" value={playbook().en ?? ''} onCommit={(text) => write('en', text)} />
        )}
      </Field>
      <Field label={t(texts.labelZh, { what: t(texts.playbook) })}>
        {(control) => (
          <CommitArea {...control} lang="zh-CN" value={playbook().zh ?? ''} onCommit={(text) => write('zh', text)} />
        )}
      </Field>
    </PanelGroup>
  );
}
