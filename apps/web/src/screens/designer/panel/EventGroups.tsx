import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { is, listOf, type ModdleNode } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { isUndoEvent } from '../bpmn/undoing.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { definitionTypeOf, type TriggerKind, triggerKindOf, triggerKindsAt } from '../model/eventKinds.ts';
import { useEditing } from './Editing.ts';
import { eventTexts as texts } from './eventTexts.ts';
import { InterruptingField } from './InterruptingField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { eventKindTexts } from './texts.ts';
import { TriggerFields } from './TriggerFields.tsx';

/** What an event waits for or throws: one trigger, or several of which any or all are needed. */
export function EventGroups(): JSX.Element {
  const editing = useEditing();
  const definitions = () => listOf((editing.element(), editing.node()), 'eventDefinitions');
  const several = () => definitions().length > 1;
  const catches = () => is(editing.node(), 'bpmn:CatchEvent');
  // An undo event's one step stands in the group "Undo"; compensation that starts an event subprocess needs nothing.
  const hasFields = () => !isUndoEvent(editing.element()) && (several() || !isBare(definitions()[0], catches()));
  const set = (next: readonly ModdleNode[]) => {
    for (const definition of next) Object.assign(definition, { $parent: editing.node() });
    const parallelMultiple = catches() && next.length < 2 ? { parallelMultiple: undefined } : {};
    editing.set({ eventDefinitions: next, ...parallelMultiple });
  };
  /** Nothing can stand beside a link, a cancellation or an end of all. */
  const furtherKinds = () => {
    const kinds = triggerKindsAt(editing.node());
    const present = definitions().map(triggerKindOf);
    return present.every((kind) => kind !== null && kinds.includes(kind)) ? kinds : [];
  };
  const title = () => {
    if (several()) return t(catches() ? texts.triggers : texts.results);
    const kind = definitions()[0] && triggerKindOf(definitions()[0] as ModdleNode);
    return kind ? t(eventKindTexts[kind]) : '';
  };
  return (
    <>
      <Show when={definitions().length > 0 && hasFields()}>
        <PanelGroup title={title()}>
          <Show when={several() && catches()}>
            <SelectField
              label={t(texts.needed)}
              value={editing.node().get('parallelMultiple') === true ? 'all' : 'any'}
              options={[
                { value: 'any', label: t(texts.anyOf) },
                { value: 'all', label: t(texts.allOf) },
              ]}
              onValue={(needed) => editing.set({ parallelMultiple: needed === 'all' || undefined })}
              {...(editing.node().get('parallelMultiple') === true ? { hint: t(texts.allOfHint) } : {})}
            />
          </Show>
          <For each={definitions()}>
            {(definition) => (
              <Show when={several()} fallback={<TriggerFields definition={definition} />}>
                <TriggerEntry
                  definition={definition}
                  onRemove={() => set(definitions().filter((one) => one !== definition))}
                />
              </Show>
            )}
          </For>
          <AddTrigger
            label={t(catches() ? texts.addTrigger : texts.addResult)}
            kinds={furtherKinds()}
            onAdd={(kind) => set([...definitions(), editing.create(definitionTypeOf(kind), {})])}
          />
        </PanelGroup>
      </Show>
      <InterruptingField />
    </>
  );
}

/** Whether there is nothing to say of a trigger. */
function isBare(definition: ModdleNode | undefined, catches: boolean): boolean {
  return definition !== undefined && catches && triggerKindOf(definition) === 'compensation';
}

function TriggerEntry(props: { definition: ModdleNode; onRemove: () => void }): JSX.Element {
  const kind = () => {
    const known = triggerKindOf(props.definition);
    return known ? t(eventKindTexts[known]) : props.definition.$type;
  };
  return (
    <fieldset class="designer__entry">
      <legend>{kind()}</legend>
      <div class="designer__entry-tools">
        <IconButton
          size="sm"
          label={t(texts.removeKind, { kind: kind() })}
          icon={<Trash />}
          onClick={() => props.onRemove()}
        />
      </div>
      <TriggerFields definition={props.definition} />
    </fieldset>
  );
}

function AddTrigger(props: {
  label: string;
  kinds: readonly TriggerKind[];
  onAdd: (kind: TriggerKind) => void;
}): JSX.Element {
  const [chosen, setChosen] = createSignal<TriggerKind | null>(null);
  const kind = () => props.kinds.find((one) => one === chosen()) ?? props.kinds[0];
  return (
    <Show when={kind()}>
      {(next) => (
        <div class="designer__row designer__row--end">
          <SelectField
            label={props.label}
            value={next()}
            options={props.kinds.map((one) => ({ value: one, label: t(eventKindTexts[one]) }))}
            onValue={(one) => setChosen(one as TriggerKind)}
          />
          <Button
            size="sm"
            icon={<Plus />}
            aria-label={`${props.label}: ${t(eventKindTexts[next()])}`}
            onClick={() => props.onAdd(next())}
          >
            {t(texts.add)}
          </Button>
        </div>
      )}
    </Show>
  );
}
