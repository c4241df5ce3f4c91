import type { TargetElement } from 'bpmn-js/lib/features/replace/BpmnReplace';
import { createMemo, type JSX, Show } from 'solid-js';
import { typeName } from '../../../diagram/typeName.ts';
import { t } from '../../../i18n/index.ts';
import type { SelectOption } from '../../../ui/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { type EventKind, eventDefinitionType, eventKindOf, typeChoices } from '../model/typeChoices.ts';
import { useEditing } from './Editing.ts';
import { eventKindTexts, panelTexts as texts } from './texts.ts';

/** Turns a task into another kind of task, a gateway or an event likewise: bpmn.io's replace menu as a plain select. */
export function TypeField(): JSX.Element {
  const editing = useEditing();
  const choice = createMemo(() => typeChoices(editing.node()));
  const value = () => (choice()?.kind === 'event' ? (eventKindOf(editing.node()) ?? '') : editing.node().$type);
  const options = (): SelectOption[] => {
    const now = choice();
    if (now?.kind === 'event') return now.events.map((kind) => ({ value: kind, label: t(eventKindTexts[kind]) }));
    return (now?.types ?? []).map((type) => ({ value: type, label: typeName(type) }));
  };
  const replace = (next: string) => {
    const now = choice();
    const target =
      now?.kind === 'event'
        ? { type: editing.node().$type, ...definition(next as EventKind), ...sameInterruption(editing.node()) }
        : { type: next };
    const replaced = editing.service('bpmnReplace').replaceElement(editing.element(), target as TargetElement);
    editing.service('selection').select(replaced);
  };
  return (
    <Show when={choice()}>
      <SelectField label={t(texts.type)} value={value()} options={options()} onValue={replace} />
    </Show>
  );
}

function definition(kind: EventKind): { eventDefinitionType?: string } {
  const type = eventDefinitionType(kind);
  return type === undefined ? {} : { eventDefinitionType: type };
}

function sameInterruption(node: { get(property: string): unknown; $type: string }): { cancelActivity?: boolean } {
  return node.$type === 'bpmn:BoundaryEvent' ? { cancelActivity: node.get('cancelActivity') !== false } : {};
}
