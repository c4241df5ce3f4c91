import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { extensionsOf, is, listOf, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { t, type Text } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { type ReferenceOwner, REFERENCES, referenceTo } from '../model/rootReference.ts';
import { useEditing } from './Editing.ts';
import { eventTexts } from './eventTexts.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { panelTexts as texts } from './texts.ts';

interface Words {
  readonly name: Text;
  readonly thrown?: Text;
  readonly caught?: Text;
}
const WORDS: Readonly<Record<(typeof REFERENCES)[ReferenceOwner]['type'], Words>> = {
  'bpmn:Message': { name: texts.messageName },
  'bpmn:Signal': { name: texts.signalName },
  'bpmn:Error': { name: eventTexts.errorCode, thrown: eventTexts.errorThrowHint, caught: eventTexts.catchesAll },
  'bpmn:Escalation': {
    name: eventTexts.escalationCode,
    thrown: eventTexts.escalationThrowHint,
    caught: eventTexts.catchesAll,
  },
};

/**
 * The message, signal, error or escalation that an event or task throws or waits for, chosen from those of the model or
 * named anew. `owner` is what holds the reference.
 */
export function ReferenceFields(props: { owner: ModdleNode }): JSX.Element {
  const editing = useEditing();
  const listId = createUniqueId();
  const reference = () => REFERENCES[props.owner.$type as ReferenceOwner];
  const words = () => WORDS[reference().type];
  const hint = () => (is(editing.node(), 'bpmn:CatchEvent') ? words().caught : words().thrown);
  const name = () => (editing.element(), textOf(nodeOf(props.owner, reference().property), reference().key));
  const known = () =>
    listOf(editing.definitions(), 'rootElements').flatMap((root) =>
      root.$type === reference().type ? textOf(root, reference().key) || [] : [],
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
  const writeCorrelation = (key: string) =>
    editing.setExtensions(
      editing.node(),
      'dw:Correlation',
      key === '' ? [] : [editing.create('dw:Correlation', { key })],
    );
  return (
    <>
      <TextField
        label={t(words().name)}
        value={name()}
        list={listId}
        onCommit={write}
        {...(hint() ? { hint: t(hint() as Text) } : {})}
      />
      <datalist id={listId}>
        <For each={known()}>{(one) => <option value={one} />}</For>
      </datalist>
      <Show when={reference().type === 'bpmn:Message'}>
        <ExpressionField
          label={t(texts.correlation)}
          value={correlation()}
          hint={t(texts.correlationHint)}
          onCommit={writeCorrelation}
        />
      </Show>
    </>
  );
}
