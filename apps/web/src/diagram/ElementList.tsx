import { For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import type { DiagramBadge } from './Diagram.tsx';
import type { ViewElement } from './flowNodes.ts';
import { diagramTexts as texts } from './texts.ts';
import { typeName } from './typeName.ts';

/** The elements of a drawing as a list: what the drawing says, for those who don't use it. */
export function ElementList(props: {
  elements: readonly ViewElement[];
  tokens: readonly string[];
  visited: readonly string[];
  badges: readonly DiagramBadge[];
  selected: string | null;
  onSelect: ((id: string | null) => void) | undefined;
}): JSX.Element {
  const says = (id: string) =>
    [
      ...(props.tokens.includes(id) ? [t(texts.token)] : props.visited.includes(id) ? [t(texts.passed)] : []),
      ...props.badges.filter((badge) => badge.elementId === id).map((badge) => badge.title ?? badge.text),
    ].join(' · ');
  return (
    <details class="dw-element-list">
      <summary>{t(texts.list)}</summary>
      <ol>
        <For each={props.elements}>
          {(element) => (
            <li>
              <button
                type="button"
                aria-pressed={props.selected === element.id}
                disabled={props.onSelect === undefined}
                onClick={() => props.onSelect?.(element.id)}
              >
                <b>{element.name || t(texts.unnamed)}</b> <span>{typeName(element.type)}</span>
                <Show when={says(element.id)}>{(text) => <em> · {text()}</em>}</Show>
              </button>
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}
