import type { DecisionInput, DecisionsOf } from '@dealwright/api/contract';
import { createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { decisionTexts as texts } from './texts.ts';
import { TryField } from './TryField.tsx';
import { asVariables, isContext, jsonSample, type Json, readTryValue } from './tryValue.ts';

type Outcome =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Values for a decision's inputs, worked out on the server as a running process would have it. */
export function TryDecision(props: {
  of: DecisionsOf;
  decisionId: string;
  inputs: readonly DecisionInput[];
}): JSX.Element {
  let form: HTMLFormElement | undefined;
  const [typed, setTyped] = createSignal<ReadonlyMap<DecisionInput, string>>(new Map());
  const [wrong, setWrong] = createSignal<ReadonlyMap<DecisionInput, 'notNumber' | 'notJson'>>(new Map());
  const [busy, setBusy] = createSignal(false);
  const [outcome, setOutcome] = createSignal<Outcome | null>(null);
  onMount(() => form?.querySelector<HTMLElement>('input, select, textarea, button')?.focus());

  const run = async () => {
    const read = props.inputs.map((input) => ({ input, reading: readTryValue(input, typed().get(input) ?? '') }));
    const problems = read.flatMap(({ input, reading }) =>
      'problem' in reading ? [[input, reading.problem] as const] : [],
    );
    setWrong(new Map(problems));
    setOutcome(null);
    if (problems.length > 0) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const values = read.flatMap(({ input: { path }, reading }) =>
      'value' in reading && reading.value !== undefined ? [{ path, value: reading.value }] : [],
    );
    setBusy(true);
    try {
      const input = { ...props.of, decisionId: props.decisionId, variables: asVariables(values) };
      const { result } = await api.model.tryDecision.mutate(input);
      setOutcome({ kind: 'result', result });
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={(element) => (form = element)}
      class="decisions__try"
      aria-label={t(texts.try)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p class="muted">{props.inputs.length === 0 ? t(texts.tryNoInputs) : t(texts.tryAbout)}</p>
      <div class="fields fields--two">
        <For each={props.inputs}>
          {(input) => (
            <TryField
              input={input}
              value={typed().get(input) ?? ''}
              error={errorText(wrong().get(input), input)}
              onValue={(value) => setTyped(new Map(typed()).set(input, value))}
            />
          )}
        </For>
      </div>
      <Button type="submit" size="sm" variant="primary" busy={busy()}>
        {t(texts.tryRun)}
      </Button>
      <div role="status" class="decisions__outcome">
        <Switch>
          <Match when={failed(outcome())}>
            {(failure) => <p class="field__error">{messageOf(failure().error)}</p>}
          </Match>
          <Match when={given(outcome())}>
            {(made) => (
              <Show when={made().result !== null} fallback={<p>{t(texts.resultNone)}</p>}>
                <p>
                  {t(texts.resultIs)} <Result value={made().result} />
                </p>
              </Show>
            )}
          </Match>
        </Switch>
      </div>
    </form>
  );
}

/** As JSON: texts stand in quotes, so that "12" and 12 can be told apart. */
function Result(props: { value: Json }): JSX.Element {
  const parts = () => (isContext(props.value) ? Object.entries(props.value) : null);
  return (
    <Show when={parts()} fallback={<code>{JSON.stringify(props.value)}</code>}>
      {(entries) => (
        <For each={entries()}>
          {([name, value]) => (
            <span class="decisions__part">
              {name} <code>{JSON.stringify(value)}</code>
            </span>
          )}
        </For>
      )}
    </Show>
  );
}

function failed(outcome: Outcome | null) {
  return outcome?.kind === 'failed' ? outcome : null;
}

function given(outcome: Outcome | null) {
  return outcome?.kind === 'result' ? outcome : null;
}

function errorText(problem: 'notNumber' | 'notJson' | undefined, input: DecisionInput): string | null {
  if (problem === undefined) return null;
  return problem === 'notNumber' ? t(texts.notNumber) : t(texts.notJson, { sample: jsonSample(input) });
}
