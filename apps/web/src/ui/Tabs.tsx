import { Tabs as Primitive } from '@kobalte/core/tabs';
import { For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../i18n/index.ts';
import './Tabs.css';

export interface TabItem {
  value: string;
  label: string;
  count?: number | undefined;
  /** the count was not counted further than this */
  countLimit?: number;
  tone?: 'bad';
}

/** A row of tabs; the content is the caller's own, named by `aria-labelledby` through the panel child. */
export function Tabs(props: {
  label: string;
  value: string;
  onValue: (value: string) => void;
  items: readonly TabItem[];
  children?: JSX.Element;
}) {
  return (
    <Primitive class="tabs" value={props.value} onChange={props.onValue}>
      <Primitive.List class="tabs__list" aria-label={props.label}>
        <For each={props.items}>
          {(item) => (
            <Primitive.Trigger class="tabs__tab" value={item.value}>
              {item.label}
              <Show when={item.count !== undefined && item.count > 0}>
                <span class={`tabs__count num ${item.tone === 'bad' ? 'tabs__count--bad' : ''}`}>
                  {countText(item.count ?? 0, item.countLimit)}
                </span>
              </Show>
            </Primitive.Trigger>
          )}
        </For>
      </Primitive.List>
      <Show when={props.children}>
        <Primitive.Content class="tabs__panel" value={props.value}>
          {props.children}
        </Primitive.Content>
      </Show>
    </Primitive>
  );
}

function countText(count: number, limit = Number.POSITIVE_INFINITY): string {
  return count >= limit ? `${formatNumber(limit - 1)}+` : formatNumber(count);
}
