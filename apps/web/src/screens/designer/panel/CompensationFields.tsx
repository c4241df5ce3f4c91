import { type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is, type ModdleNode, nodeOf } from '../../../diagram/moddle.ts';
import { language, t } from '../../../i18n/index.ts';
import { Checkbox } from '../../../ui/index.ts';
import { undoable } from '../bpmn/undoing.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { useEditing } from './Editing.ts';
import { eventTexts as texts } from './eventTexts.ts';

/** What a throwing compensation event undoes. A catching one needs no fields: its boundary event has `UndoGroup`. */
export function CompensationFields(props: { definition: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const activity = () => (editing.element(), nodeOf(props.definition, 'activityRef'));
  const choices = () => undoable(editing.service, editing.element()).map((shape) => shape.businessObject as ModdleNode);
  const nameOf = (node: ModdleNode) => displayName(node, language()) || (node.id ?? '');
  const options = () => {
    const chosen = activity();
    const all = chosen && !choices().includes(chosen) ? [...choices(), chosen] : choices();
    return all.map((node) => ({ value: node.id ?? '', label: nameOf(node) }));
  };
  return (
    <Show when={is(editing.node(), 'bpmn:ThrowEvent')}>
      <SelectField
        label={t(texts.compensateWhat)}
        value={activity()?.id ?? ''}
        placeholder={t(texts.compensateAll)}
        hint={t(options().length === 0 ? texts.compensateNone : texts.compensateHint)}
        options={options()}
        onValue={(id) =>
          editing.setOn(props.definition, { activityRef: choices().find((node) => node.id === id) ?? undefined })
        }
      />
      <Checkbox
        checked={(editing.element(), props.definition.get('waitForCompletion') !== false)}
        onValue={(waitForCompletion) => editing.setOn(props.definition, { waitForCompletion })}
      >
        {t(texts.waitForIt)}
      </Checkbox>
    </Show>
  );
}
