import { createUniqueId, For, type JSX, Match, Switch } from 'solid-js';
import { is, type ModdleNode, textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { triggerKindOf } from '../model/eventKinds.ts';
import { readExpression, writeExpression } from '../model/expressions.ts';
import { linkNames } from '../model/linkNames.ts';
import { isReferenceOwner } from '../model/rootReference.ts';
import { CompensationFields } from './CompensationFields.tsx';
import { useEditing } from './Editing.ts';
import { eventTexts as texts } from './eventTexts.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { ReferenceFields } from './ReferenceFields.tsx';
import { TimerFields } from './TimerFields.tsx';

/** The fields of one trigger or result of an event, by its kind. */
export function TriggerFields(props: { definition: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const kind = () => triggerKindOf(props.definition);
  return (
    <Switch>
      <Match when={kind() === 'timer'}>
        <TimerFields definition={props.definition} />
      </Match>
      <Match when={isReferenceOwner(props.definition.$type)}>
        <ReferenceFields owner={props.definition} />
      </Match>
      <Match when={kind() === 'conditional'}>
        <ExpressionField
          label={t(texts.happensWhen)}
          value={(editing.element(), readExpression(props.definition, 'condition'))}
          hint={t(texts.happensWhenHint)}
          onCommit={(text) => editing.setOn(props.definition, { condition: writeExpression(text, editing.create) })}
        />
      </Match>
      <Match when={kind() === 'compensation'}>
        <CompensationFields definition={props.definition} />
      </Match>
      <Match when={kind() === 'link'}>
        <LinkFields definition={props.definition} />
      </Match>
      <Match when={kind() === 'cancel'}>
        <p class="muted">{t(is(editing.node(), 'bpmn:ThrowEvent') ? texts.cancelThrown : texts.cancelCaught)}</p>
      </Match>
      <Match when={kind() === 'terminate'}>
        <p class="muted">{t(texts.terminateHint)}</p>
      </Match>
    </Switch>
  );
}

/** The name by which a throwing link finds its catching one. */
function LinkFields(props: { definition: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const listId = createUniqueId();
  return (
    <>
      <TextField
        label={t(texts.linkName)}
        value={(editing.element(), textOf(props.definition, 'name'))}
        hint={t(texts.linkHint)}
        list={listId}
        onCommit={(name) => editing.setOn(props.definition, { name: name.trim() || undefined })}
      />
      <datalist id={listId}>
        <For each={(editing.element(), linkNames(editing.node()))}>{(name) => <option value={name} />}</For>
      </datalist>
    </>
  );
}
