import { createSignal, type JSX, Show } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const KNOWN = new Set(['', 'owner', 'manager']);

/** Which role the lane stands for: the tasks in it go to whoever holds that role for the deal. */
export function LaneGroup(props: { groupsList: string }): JSX.Element {
  const editing = useEditing();
  const [askGroup, setAskGroup] = createSignal<string | null>(null);
  const role = () => textOf(editing.node(), 'dw:role');
  const group = () => (KNOWN.has(role()) ? '' : role());
  const isGroup = () => !KNOWN.has(role()) || askGroup() === editing.node().id;
  return (
    <PanelGroup title={t(texts.lane)}>
      <SelectField
        label={t(texts.role)}
        value={isGroup() ? 'group' : role()}
        options={[
          { value: '', label: t(texts.roleByName) },
          { value: 'owner', label: t(texts.roleOwner) },
          { value: 'manager', label: t(texts.roleManager) },
          { value: 'group', label: t(texts.roleGroup) },
        ]}
        onValue={(next) => {
          setAskGroup(next === 'group' ? (editing.node().id ?? null) : null);
          if (next !== 'group') editing.set({ 'dw:role': next || undefined });
        }}
      />
      <Show when={isGroup()}>
        <TextField
          label={t(texts.group)}
          value={group()}
          list={props.groupsList}
          onCommit={(group) => editing.set({ 'dw:role': group.trim() || undefined })}
        />
      </Show>
    </PanelGroup>
  );
}
