import type { TargetElement } from 'bpmn-js/lib/features/replace/BpmnReplace';
import { createMemo, type JSX, Show } from 'solid-js';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { typeName } from '../../../diagram/typeName.ts';
import { t } from '../../../i18n/index.ts';
import type { SelectOption } from '../../../ui/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { definitionTypeOf, type EventKind, eventKindOf } from '../model/eventKinds.ts';
import { type ScopeKind, scopeKindOf, type TypeChoice, typeChoices } from '../model/typeChoices.ts';
import { useEditing } from './Editing.ts';
import { structureTexts } from './structureTexts.ts';
import { eventKindTexts, panelTexts as texts } from './texts.ts';

/** bpmn-js's own type asks for every property; its code for none but the type. */
type Target = Pick<TargetElement, 'type'> & Partial<TargetElement>;

/** Turns a task, gateway, event or subprocess into another of its kind: bpmn.io's replace menu as a plain select. */
export function TypeField(): JSX.Element {
  const editing = useEditing();
  const choice = createMemo(() => typeChoices(editing.node()));
  const replace = (next: string) => {
    const kind = choice()?.kind;
    const target = kind === undefined ? null : targetOf(kind, editing.node(), next);
    if (!target) return;
    const replaced = editing.service('bpmnReplace').replaceElement(editing.element(), target as TargetElement);
    editing.service('selection').select(replaced);
  };
  return (
    <Show when={choice()}>
      {(now) => (
        <SelectField
          label={t(texts.type)}
          value={valueOf(now(), editing.node())}
          options={optionsOf(now(), editing.node())}
          onValue={replace}
        />
      )}
    </Show>
  );
}

function valueOf(choice: TypeChoice, node: ModdleNode): string {
  if (choice.kind === 'event') return eventKindOf(node) ?? '';
  return choice.kind === 'scope' ? scopeKindOf(node) : node.$type;
}

function optionsOf(choice: TypeChoice, node: ModdleNode): readonly SelectOption[] {
  if (choice.kind === 'type') return choice.types.map((type) => ({ value: type, label: typeName(type) }));
  if (choice.kind === 'scope') return choice.scopes.map((scope) => ({ value: scope, label: t(structureTexts[scope]) }));
  // Several triggers are made in their own group; here they are only named. A kind that is out of place is, too.
  const now = eventKindOf(node);
  const kinds = now === null || choice.events.includes(now) ? choice.events : [...choice.events, now];
  return kinds.map((kind) => ({ value: kind, label: t(eventKindTexts[kind]) }));
}

function targetOf(kind: TypeChoice['kind'], node: ModdleNode, next: string): Target | null {
  if (kind === 'type') return { type: next };
  if (kind === 'scope') return scopeTarget(next as ScopeKind);
  const event = next as EventKind;
  if (event === 'multiple') return null;
  return {
    type: node.$type,
    ...(event === 'none' ? {} : { eventDefinitionType: definitionTypeOf(event) }),
    ...sameInterruption(node, event),
  };
}

function scopeTarget(kind: ScopeKind): Target {
  return kind === 'event'
    ? { type: 'bpmn:SubProcess', triggeredByEvent: true, isExpanded: true }
    : { type: kind, triggeredByEvent: false };
}

/** What does not interrupt goes on not doing so, where the new kind leaves the choice. */
function sameInterruption(node: ModdleNode, kind: EventKind): Partial<Target> {
  const always = kind === 'error' || kind === 'cancel' || kind === 'compensation';
  if (node.$type === 'bpmn:BoundaryEvent') return { cancelActivity: always || node.get('cancelActivity') !== false };
  if (node.$type === 'bpmn:StartEvent') return { isInterrupting: always || node.get('isInterrupting') !== false };
  return {};
}
