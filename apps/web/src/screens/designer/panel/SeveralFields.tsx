import { type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { formFieldKeys } from '../model/formFieldKeys.ts';
import { listFromData, type Loop } from '../model/loop.ts';
import { STOP_WHEN } from '../model/readyCondition.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { OrderField } from './OrderField.tsx';
import { ReadyConditionFields } from './ReadyConditionFields.tsx';
import { repeatTexts as texts } from './repeatTexts.ts';

type Several = Extract<Loop, { kind: 'each' | 'times' }>;
const COUNTERS = ['numberOfCompletedInstances', 'numberOfInstances', 'loopCounter'];

/** A step that is done for each entry of a list, or so many times. */
export function SeveralFields(props: { loop: Several; onChange: (loop: Several) => void }): JSX.Element {
  const editing = useEditing();
  const each = () => (props.loop.kind === 'each' ? props.loop : null);
  const times = () => (props.loop.kind === 'times' ? props.loop : null);
  const listHint = (collection: string) => {
    const data = collection === '' ? listFromData(editing.node()) : '';
    return data === '' ? t(texts.collectionHint) : t(texts.collectionFromData, { name: data });
  };
  const own = () => {
    const { loop } = props;
    const item = loop.kind === 'each' ? [loop.item] : [];
    return [...item, loop.outputCollection, ...formFieldKeys(editing.node()), ...COUNTERS].filter(
      (name) => name !== '',
    );
  };
  return (
    <>
      <Show when={each()}>
        {(loop) => (
          <>
            <ExpressionField
              label={t(texts.collection)}
              value={loop().collection}
              hint={listHint(loop().collection)}
              onCommit={(collection) => props.onChange({ ...loop(), collection })}
            />
            <TextField
              label={t(texts.item)}
              value={loop().item}
              hint={t(texts.itemHint)}
              mono
              onCommit={(item) => props.onChange({ ...loop(), item: item.trim() })}
            />
          </>
        )}
      </Show>
      <Show when={times()}>
        {(loop) => (
          <ExpressionField
            label={t(texts.cardinality)}
            value={loop().cardinality}
            hint={t(texts.cardinalityHint)}
            // without a number it would be repeated over a list
            onCommit={(cardinality) => cardinality !== '' && props.onChange({ ...loop(), cardinality })}
          />
        )}
      </Show>
      <OrderField
        sequential={props.loop.sequential}
        onValue={(sequential) => props.onChange({ ...props.loop, sequential })}
      />
      <ReadyConditionFields
        label={t(texts.stopWhen)}
        condition={props.loop.completionCondition}
        ready={STOP_WHEN}
        names={{ all: texts.stopAll, done: texts.stopDone, half: texts.stopHalf }}
        texts={{
          own: texts.ownCondition,
          howMany: texts.howMany,
          condition: texts.stopCondition,
          hint: texts.stopHint,
        }}
        also={own()}
        onCondition={(completionCondition) => props.onChange({ ...props.loop, completionCondition })}
      />
      <ExpressionField
        label={t(texts.outputItem)}
        value={props.loop.outputItem}
        hint={t(texts.outputItemHint)}
        also={own()}
        onCommit={(outputItem) => props.onChange({ ...props.loop, outputItem })}
      />
      <TextField
        label={t(texts.outputCollection)}
        value={props.loop.outputCollection}
        mono
        onCommit={(name) => props.onChange({ ...props.loop, outputCollection: name.trim() })}
      />
    </>
  );
}
