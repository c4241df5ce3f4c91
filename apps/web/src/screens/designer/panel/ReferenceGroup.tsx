import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { extensionsOf, listOf, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { type ReferenceOwner, REFERENCES, referenceTo } from '../model/rootReference.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const TITLES = {
  'bpmn:Message': { title: texts.message, name: texts.messageName },
  'bpmn:Signal': { title: texts.signal, name: texts.signalName },
  'bpmn:Error': { title: texts.error, name: texts.errorCode },
} as const;

/** The message, signal or error that an event or task throws or waits for. `owner` is what holds the reference. */
export function ReferenceGroup(props: { owner: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const reference = () => REFERENCES[props.owner.$type as ReferenceOwner];
  const name = () => (editing.element(), textOf(nodeOf(props.owner, reference().property), reference().key));
  const known = () =>
    listOf(editing.definitions(), 'rootElements').flatMap((root) =>
      root.$type === reference().type ? textOf(root, reference().key) : [],
    );
  const correlation = () => textOf(extensionsOf(editing.node(), 'dw:Correlation')[0], 'key');
  const write = (text: string) => {
    const wanted = text.trim();
    const { property } = reference();
    if (wanted === '') return editing.setOn(props.owner, { [property]: undefined });
    const owner = props.owner.$type as ReferenceOwner;
    const { target, rootElements } = referenceTo(editing.definitions(), owner, wanted, editing.create);
    return editing.together(() => {
      if (rootElements) editing.setOn(editing.definitions(), { rootElements });
      editing.setOn(props.owner, { [property]: target });
    });
  };
  const listId = () => `designer-known-${reference().type.slice(5)}`;
  return (
    <PanelGroup title={t(TITLES[reference().type].title)}>
      <TextField label={t(TITLES[reference().type].name)} value={name()} list={listId()} onCommit={write} />
      <datalist id={listId()}>
        {known().map((one) => (
          <option value={one} />
        ))}
      </datalist>
      <Show when={reference().type === 'bpmn:Message'}>
        <TextField
          label={t(texts.correlation)}
          value={correlation()}
          hint={t(texts.correlationHint)}
          mono
          onCommit={(key) =>
            editing.setExtensions(
              editing.node(),
              'dw:Correlation',
              key.trim() === '' ? [] : [editing.create('dw:Correlation', { key: key.trim() })],
            )
          }
        />
      </Show>
    </PanelGroup>
  );
}
