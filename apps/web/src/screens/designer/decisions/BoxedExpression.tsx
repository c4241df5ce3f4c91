import type { Boxed } from '@dealwright/api/contract';
import { For, type JSX, Match, Switch } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { DecisionTable } from './DecisionTable.tsx';
import { decisionTexts as texts } from './texts.ts';

/** What decides, to read: a table, or an expression as code; boxes in boxes as DMN nests them (DMN 1.3, 7.3 and 10.2). */
export function BoxedExpression(props: { name: string; boxed: Boxed; limit?: number }): JSX.Element {
  const kind = <K extends Boxed['kind']>(wanted: K) =>
    props.boxed.kind === wanted ? (props.boxed as Extract<Boxed, { kind: K }>) : null;
  return (
    <Switch>
      <Match when={kind('table')}>
        {(table) => (
          <DecisionTable
            name={props.name}
            table={table()}
            {...(props.limit === undefined ? {} : { limit: props.limit })}
          />
        )}
      </Match>
      <Match when={kind('literal')}>
        {(literal) => (
          <pre class="decisions__code" aria-label={t(texts.expression)}>
            <code>{literal().text}</code>
          </pre>
        )}
      </Match>
      <Match when={kind('context')}>
        {(context) => (
          <Entries entries={context().entries.map(({ name, value }) => ({ name: name ?? t(texts.result), value }))} />
        )}
      </Match>
      <Match when={kind('list')}>
        {(list) => (
          <ol class="decisions__list">
            <For each={list().elements}>
              {(element) => (
                <li>
                  <BoxedExpression name={props.name} boxed={element} />
                </li>
              )}
            </For>
          </ol>
        )}
      </Match>
      <Match when={kind('relation')}>
        {(relation) => (
          <div class="decision-table__frame">
            <table class="decision-table">
              <caption class="visually-hidden">{t(texts.tableOf, { name: props.name })}</caption>
              <thead>
                <tr>
                  <For each={relation().columns}>{(column) => <th scope="col">{column}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={relation().rows}>
                  {(row) => (
                    <tr>
                      <For each={row}>
                        {(cell) => (
                          <td>
                            <BoxedExpression name={props.name} boxed={cell} />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        )}
      </Match>
      <Match when={kind('invocation')}>
        {(invocation) => (
          <>
            <p>{t(texts.calls, { name: invocation().called })}</p>
            <Entries entries={invocation().bindings} />
          </>
        )}
      </Match>
      <Match when={kind('function')}>
        {(made) => (
          <>
            <p>{t(texts.functionOf, { names: listed(made().parameters.map(({ name }) => name)) })}</p>
            <BoxedExpression name={props.name} boxed={made().body} />
          </>
        )}
      </Match>
    </Switch>
  );
}

function Entries(props: { entries: readonly { readonly name: string; readonly value: Boxed }[] }): JSX.Element {
  return (
    <dl class="decisions__entries">
      <For each={props.entries}>
        {({ name, value }) => (
          <>
            <dt>{name}</dt>
            <dd>
              <BoxedExpression name={name} boxed={value} />
            </dd>
          </>
        )}
      </For>
    </dl>
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}
