import { For, type JSX, Show } from 'solid-js';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { isReferenceOwner } from '../model/rootReference.ts';
import { useEditing } from './Editing.ts';
import { InterruptingField } from './InterruptingField.tsx';
import { LinkGroup } from './LinkGroup.tsx';
import { ReferenceGroup } from './ReferenceGroup.tsx';
import { TimerGroup } from './TimerGroup.tsx';

/** What an event waits for or throws, by its definitions. */
export function EventGroups(props: { definitions: readonly ModdleNode[] }): JSX.Element {
  const editing = useEditing();
  return (
    <>
      <For each={props.definitions}>
        {(definition) => (
          <>
            <Show when={is(definition, 'bpmn:TimerEventDefinition')}>
              <TimerGroup definition={definition} />
            </Show>
            <Show when={isReferenceOwner(definition.$type)}>
              <ReferenceGroup owner={definition} />
            </Show>
            <Show when={is(definition, 'bpmn:LinkEventDefinition')}>
              <LinkGroup definition={definition} />
            </Show>
          </>
        )}
      </For>
      <Show when={is(editing.node(), 'bpmn:BoundaryEvent')}>
        <InterruptingField />
      </Show>
    </>
  );
}
