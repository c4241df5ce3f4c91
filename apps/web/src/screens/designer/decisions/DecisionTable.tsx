import type { DecisionTable as Table } from '@dealwright/api/contract';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { scrollByKeyboard } from '../../../ui/index.ts';
import { aggregatorTexts, decisionTexts as texts, hitPolicyTexts } from './texts.ts';
import { typeText } from './typeText.ts';

/** A decision table to read, as DMN draws it: conditions on the left, results on the right, a rule in each line (DMN 1.3, 8.2). */
export function DecisionTable(props: {
  name: string;
  table: Table;
  /** how many rules are shown, and then without types; all without it */
  limit?: number;
}): JSX.Element {
  const rules = () => props.table.rules.slice(0, props.limit ?? props.table.rules.length);
  const hidden = () => props.table.rules.length - rules().length;
  const hasFallback = () => props.table.outputs.some(({ fallback }) => fallback !== null);
  const span = () => ({ in: props.table.inputs.length, out: props.table.outputs.length });
  return (
    <>
      <p class="decision-table__policy">
        <code>{policyName(props.table)}</code> {t(policyText(props.table))}{' '}
        {t(hasFallback() ? texts.noMatchOtherwise : texts.noMatch)}
      </p>
      <div
        class="decision-table__frame"
        ref={scrollByKeyboard}
        role="group"
        aria-label={t(texts.tableOf, { name: props.name })}
      >
        <table class={`decision-table ${props.limit === undefined ? '' : 'decision-table--short'}`}>
          <caption class="visually-hidden">{t(texts.tableOf, { name: props.name })}</caption>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" class="decision-table__number">
                <span class="visually-hidden">{t(texts.rule)}</span>
                <span aria-hidden="true">#</span>
              </th>
              <Show when={span().in > 0}>
                <th colSpan={span().in} scope="colgroup">
                  {t(texts.when)}
                </th>
              </Show>
              <th colSpan={span().out} scope="colgroup" class="decision-table__out">
                {t(texts.leads)}
              </th>
            </tr>
            <tr>
              <For each={props.table.inputs}>
                {(input) => (
                  <Column
                    name={input.label}
                    code={input.expression === input.label ? null : input.expression}
                    type={typeText(input.type)}
                    allowed={input.allowed}
                  />
                )}
              </For>
              <For each={props.table.outputs}>
                {(output, at) => (
                  <Column
                    name={output.name || t(texts.result)}
                    code={null}
                    type={typeText(output.type)}
                    allowed={output.values}
                    class={at() === 0 ? 'decision-table__out' : ''}
                  />
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rules()}>
              {(rule, at) => (
                <tr>
                  <th scope="row" class="decision-table__number">
                    {at() + 1}
                  </th>
                  <For each={rule.tests}>{(test) => <Cell text={test} empty={t(texts.any)} />}</For>
                  <For each={rule.results}>
                    {(result, column) => (
                      <Cell
                        text={result}
                        empty={t(texts.nothing)}
                        class={column() === 0 ? 'decision-table__out' : ''}
                      />
                    )}
                  </For>
                </tr>
              )}
            </For>
            <Show when={hasFallback() && hidden() === 0}>
              <tr>
                <th scope="row" colSpan={span().in + 1}>
                  {t(texts.otherwise)}
                </th>
                <For each={props.table.outputs}>
                  {(output, at) => (
                    <Cell
                      text={output.fallback ?? ''}
                      empty={t(texts.nothing)}
                      class={at() === 0 ? 'decision-table__out' : ''}
                    />
                  )}
                </For>
              </tr>
            </Show>
          </tbody>
        </table>
      </div>
      <Show when={hidden() > 0}>
        <p class="muted">{t(texts.more, { count: hidden() })}</p>
      </Show>
    </>
  );
}

function Column(props: {
  name: string;
  code: string | null;
  type: string;
  allowed: string | null;
  class?: string;
}): JSX.Element {
  return (
    <th scope="col" class={props.class ?? ''}>
      <span class="decision-table__name">{props.name}</span>
      <Show when={props.code}>{(code) => <code>{code()}</code>}</Show>
      <Show when={props.type}>{(type) => <span class="decision-table__type">{type()}</span>}</Show>
      <Show when={props.allowed}>
        {(values) => <span class="decision-table__type">{t(texts.allowed, { values: values() })}</span>}
      </Show>
    </th>
  );
}

/** "-" is how DMN writes that it does not matter; a person is told in a word. */
function Cell(props: { text: string; empty: string; class?: string }): JSX.Element {
  return (
    <td class={props.class ?? ''}>
      <Show when={!/^\s*-?\s*$/.test(props.text)} fallback={<span class="muted">{props.empty}</span>}>
        <code>{props.text}</code>
      </Show>
    </td>
  );
}

function policyName({ hitPolicy, aggregation }: Table): string {
  return aggregation === null ? hitPolicy : `${hitPolicy} ${aggregation}`;
}

function policyText({ hitPolicy, aggregation }: Table) {
  return aggregation === null ? hitPolicyTexts[hitPolicy] : aggregatorTexts[aggregation];
}
