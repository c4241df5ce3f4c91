import type { JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { repeatTexts as texts } from './repeatTexts.ts';

/** Whether what is done several times is done at once or one after another. */
export function OrderField(props: { sequential: boolean; onValue: (sequential: boolean) => void }): JSX.Element {
  return (
    <SelectField
      label={t(texts.order)}
      value={props.sequential ? 'sequential' : 'parallel'}
      options={[
        { value: 'parallel', label: t(texts.parallel) },
        { value: 'sequential', label: t(texts.sequential) },
      ]}
      onValue={(order) => props.onValue(order === 'sequential')}
    />
  );
}
