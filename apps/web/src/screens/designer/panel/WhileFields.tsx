import type { JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import type { Loop } from '../model/loop.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { repeatTexts as texts } from './repeatTexts.ts';

type While = Extract<Loop, { kind: 'while' }>;

/** A step that is done again while a condition holds. */
export function WhileFields(props: { loop: While; onChange: (loop: While) => void }): JSX.Element {
  return (
    <>
      <ExpressionField
        label={t(texts.loopCondition)}
        value={props.loop.condition}
        hint={t(texts.loopConditionHint)}
        also={['loopCounter']}
        onCommit={(condition) => props.onChange({ ...props.loop, condition })}
      />
      <SelectField
        label={t(texts.testWhen)}
        value={props.loop.testBefore ? 'before' : 'after'}
        options={[
          { value: 'after', label: t(texts.testAfter) },
          { value: 'before', label: t(texts.testBefore) },
        ]}
        onValue={(when) => props.onChange({ ...props.loop, testBefore: when === 'before' })}
      />
      <NumberField
        label={t(texts.maximum)}
        value={props.loop.maximum}
        min={1}
        step="1"
        hint={t(texts.maximumHint)}
        onCommit={(maximum) =>
          props.onChange({ ...props.loop, maximum: maximum === null ? null : Math.max(1, Math.round(maximum)) })
        }
      />
    </>
  );
}
