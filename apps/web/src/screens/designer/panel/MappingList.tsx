import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { CommitInput } from '../fields/CommitInput.tsx';
import { panelTexts as texts } from './texts.ts';

interface Mapping {
  readonly name: string;
  readonly value: string;
}

/** Names with a FEEL expression each. */
export function MappingList(props: {
  title: string;
  add: string;
  hint?: string;
  mappings: readonly Mapping[];
  onChange: (mappings: readonly Mapping[]) => void;
}): JSX.Element {
  const change = (at: number, part: Partial<Mapping>) =>
    props.onChange(props.mappings.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="designer__entry">
      <legend>{props.title}</legend>
      <Show when={props.hint}>
        <p class="field__hint">{props.hint}</p>
      </Show>
      <Index each={props.mappings}>
        {(mapping, at) => (
          <div class="designer__row designer__row--end">
            <CommitInput
              aria-label={`${props.title} ${at + 1}: ${t(texts.mappingName)}`}
              placeholder={t(texts.mappingName)}
              value={mapping().name}
              onCommit={(name) => change(at, { name: name.trim() })}
            />
            <CommitInput
              class="designer__mono"
              aria-label={`${props.title} ${at + 1}: ${t(texts.mappingValue)}`}
              placeholder={t(texts.mappingValue)}
              value={mapping().value}
              onCommit={(value) => change(at, { value })}
            />
            <IconButton
              size="sm"
              label={t(texts.remove)}
              icon={<Trash />}
              onClick={() => props.onChange(props.mappings.filter((_, place) => place !== at))}
            />
          </div>
        )}
      </Index>
      <Button size="sm" icon={<Plus />} onClick={() => props.onChange([...props.mappings, { name: '', value: '' }])}>
        {props.add}
      </Button>
    </fieldset>
  );
}
