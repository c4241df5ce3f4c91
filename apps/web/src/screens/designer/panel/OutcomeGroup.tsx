import { createSignal, type JSX, Show } from 'solid-js';
import { textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';

const KNOWN = new Set(['', 'won', 'lost', 'disqualified']);

/** What an end event means for the deal. */
export function OutcomeGroup(): JSX.Element {
  const editing = useEditing();
  const [asking, setAsking] = createSignal<string | null>(null);
  const outcome = () => textOf(editing.node(), 'dw:outcome');
  const word = () => (KNOWN.has(outcome()) ? '' : outcome());
  const isOther = () => !KNOWN.has(outcome()) || asking() === editing.node().id;
  return (
    <PanelGroup title={t(texts.outcome)}>
      <SelectField
        label={t(texts.outcome)}
        value={isOther() ? 'other' : outcome()}
        options={[
          { value: '', label: t(texts.outcomeNone) },
          { value: 'won', label: t(texts.outcomeWon) },
          { value: 'lost', label: t(texts.outcomeLost) },
          { value: 'disqualified', label: t(texts.outcomeDisqualified) },
          { value: 'other', label: t(texts.outcomeOther) },
        ]}
        onValue={(next) => {
          setAsking(next === 'other' ? (editing.node().id ?? null) : null);
          if (next !== 'other') editing.set({ 'dw:outcome': next || undefined });
        }}
      />
      <Show when={isOther()}>
        <TextField
          label={t(texts.outcomeWord)}
          value={word()}
          onCommit={(word) => editing.set({ 'dw:outcome': word.trim() || undefined })}
        />
      </Show>
    </PanelGroup>
  );
}
