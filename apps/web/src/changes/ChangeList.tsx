import type { Change } from '@dealwright/api/contract';
import { For, Show } from 'solid-js';
import { labelOf, t } from '../i18n/index.ts';
import { fieldName } from './fieldName.ts';
import { changeTexts as texts, roleTexts, sourceTexts } from './texts.ts';
import { isEmpty, valueText } from './valueText.ts';

/** As it arrives: over JSON, an absent before or after is left out. */
export type ChangeRow = Omit<Change, 'before' | 'after'> & Partial<Pick<Change, 'before' | 'after'>>;

/** Fields with what they held before and hold now; what was and is empty is left out. */
export function ChangeList(props: { changes: readonly ChangeRow[]; class?: string }) {
  const shown = () => props.changes.filter((change) => !isEmpty(change.before) || !isEmpty(change.after));
  return (
    <Show when={shown().length > 0}>
      <ul class={props.class}>
        <For each={shown()}>
          {(change) => (
            <li>
              {t(isEmpty(change.before) ? texts.set : texts.change, {
                field: labelOf(change.labels, fieldName(change.field)),
                before: valueText(change.before, optionsOf(change)),
                after: valueText(change.after, optionsOf(change)),
              })}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Choices whose words are ours. */
const OWN: Readonly<Record<string, Change['options']>> = { roles: roleTexts, from: sourceTexts };

function optionsOf(change: ChangeRow): Change['options'] {
  return OWN[change.field] ?? change.options;
}
