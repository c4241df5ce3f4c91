import type { JSX } from 'solid-js';
import { createMemo, createSignal, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Select } from '../../../ui/index.ts';
import { DURATION_UNITS, type DurationUnit, formatSimpleDuration, parseSimpleDuration } from '../model/duration.ts';
import { panelTexts as texts, unitTexts } from '../panel/texts.ts';
import { CommitInput } from './CommitInput.tsx';
import { TextField } from './TextField.tsx';

/**
 * A length of time as number and unit, kept as an ISO 8601 duration. What is no such simple duration (a FEEL
 * expression, two units) is edited as text.
 */
export function DurationField(props: { label: string; value: string; onCommit: (value: string) => void }): JSX.Element {
  const simple = createMemo(() => parseSimpleDuration(props.value));
  const [unit, setUnit] = createSignal<DurationUnit>('hours');
  const shownUnit = () => simple()?.unit ?? unit();
  const amount = () => String(simple()?.amount ?? '');
  const write = (text: string, next: DurationUnit) => {
    setUnit(next);
    const number = Math.round(Number(text));
    if (text.trim() === '') props.onCommit('');
    else if (number > 0) props.onCommit(formatSimpleDuration({ amount: number, unit: next }));
  };
  return (
    <Show
      when={props.value === '' || simple()}
      fallback={<TextField label={props.label} value={props.value} onCommit={props.onCommit} mono />}
    >
      <fieldset class="designer__pair">
        <legend class="field__label">{props.label}</legend>
        <CommitInput
          type="number"
          min={1}
          step={1}
          aria-label={`${props.label}: ${t(texts.amount)}`}
          value={amount()}
          onCommit={(text) => write(text, shownUnit())}
        />
        <Select
          compact
          aria-label={`${props.label}: ${t(texts.unit)}`}
          value={shownUnit()}
          options={DURATION_UNITS.map((value) => ({ value, label: t(unitTexts[value]) }))}
          onValue={(value) => write(amount(), value as DurationUnit)}
        />
      </fieldset>
    </Show>
  );
}
