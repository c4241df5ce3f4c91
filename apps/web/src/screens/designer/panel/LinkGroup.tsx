import type { JSX } from 'solid-js';
import { type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

/** The name by which a throwing link finds its catching one. */
export function LinkGroup(props: { definition: ModdleNode }): JSX.Element {
  const editing = useEditing();
  return (
    <PanelGroup title={t(texts.link)}>
      <TextField
        label={t(texts.linkName)}
        value={(editing.element(), textOf(props.definition, 'name'))}
        onCommit={(name) => editing.setOn(props.definition, { name: name.trim() || undefined })}
      />
    </PanelGroup>
  );
}
