import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { TextField } from '../fields/TextField.tsx';
import { useEditing } from '../panel/Editing.ts';
import { PanelGroup } from '../panel/PanelGroup.tsx';
import { useDecisions } from './createDecisions.ts';
import { DecisionPreview } from './DecisionPreview.tsx';
import { GroupedSelect } from './GroupedSelect.tsx';
import { namedDecision } from './namedDecision.ts';
import { resultVariable } from './resultVariable.ts';
import { decisionTexts as texts } from './texts.ts';
import './decisions.css';

/** Which decision a business rule task runs, where its result goes, and what it decides. */
export function DecisionGroup(): JSX.Element {
  const editing = useEditing();
  const decisions = useDecisions();
  const named = createMemo(() => (editing.element(), namedDecision(editing.node())));
  const found = createMemo(() => decisions.choices()?.find(({ id }) => id === named()?.id) ?? null);
  const groups = createMemo(() =>
    [...Map.groupBy(decisions.choices() ?? [], ({ file }) => file)].map(([label, inside]) => ({
      label,
      options: inside.map(({ id, name }) => ({ value: id, label: name })),
    })),
  );
  const choose = (id: string) => {
    const choice = decisions.choices()?.find((one) => one.id === id);
    const before = named();
    const last = found();
    // a name that nobody typed follows the decision; one that was typed stays
    const own = before && before.resultVariable !== (last ? resultVariable(last) : '') ? before.resultVariable : '';
    const name = own || (choice ? resultVariable(choice) : '');
    editing.set({
      'dw:decision': id || undefined,
      'dw:decisionResult': id === '' ? undefined : name || undefined,
    });
  };
  const hint = () => (named()?.foreign ? t(texts.elsewhere) : undefined);
  const error = () => {
    const reason = decisions.failure();
    if (reason !== null) return t(texts.notKnown, { reason });
    return decisions.choices() !== null && named() && !found() ? t(texts.missing) : null;
  };
  return (
    <PanelGroup title={t(texts.group)}>
      <GroupedSelect
        label={t(texts.decision)}
        value={named()?.id ?? ''}
        placeholder={t(texts.none)}
        groups={groups()}
        hint={hint()}
        error={error()}
        onValue={choose}
      />
      <Show when={named()}>
        {(now) => (
          <TextField
            label={t(texts.resultVariable)}
            hint={t(texts.resultHint)}
            value={now().resultVariable}
            mono
            onCommit={(name) =>
              // what another vendor's attributes say is put in our words as a whole
              editing.set({ 'dw:decision': now().id, 'dw:decisionResult': name.trim() || undefined })
            }
          />
        )}
      </Show>
      <Show when={found()}>{(choice) => <DecisionPreview decisionId={choice().id} />}</Show>
      <Button size="sm" onClick={() => decisions.setManaging(true)}>
        {decisions.files().length === 0 ? t(texts.attach) : t(texts.manage)}
      </Button>
    </PanelGroup>
  );
}
