import { Combobox as Primitive } from '@kobalte/core/combobox';
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down';
import { createMemo, createSignal, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { uiTexts as texts } from './texts.ts';
import './Field.css';
import './Combobox.css';

export interface ComboboxOption {
  value: string;
  label: string;
}

/** No list on screen is longer than this; typing narrows it. */
const SHOWN = 100;

/** A searchable choice of one among many (accounts, people). `null` is "none chosen". */
export function Combobox(props: {
  id?: string;
  label: string;
  value: string | null;
  options: readonly ComboboxOption[];
  placeholder?: string;
  onValue: (value: string | null) => void;
  onText?: (text: string) => void;
}) {
  const [text, setText] = createSignal('');
  // Deleting the text means "none". The library would put the chosen one's name back.
  let emptied = false;
  const clearIfEmptied = () => {
    if (!emptied) return;
    emptied = false;
    props.onValue(null);
  };
  const shown = createMemo(() => {
    const wanted = text().trim().toLocaleLowerCase();
    const chosen = props.options.find((option) => option.value === props.value);
    // The text of the chosen option is no search.
    if (wanted === '' || wanted === chosen?.label.toLocaleLowerCase()) return props.options.slice(0, SHOWN);
    return props.options.filter((option) => option.label.toLocaleLowerCase().includes(wanted)).slice(0, SHOWN);
  });
  return (
    <Primitive<ComboboxOption>
      options={shown()}
      optionValue="value"
      optionTextValue="label"
      optionLabel="label"
      defaultFilter={() => true}
      value={props.options.find((option) => option.value === props.value) ?? null}
      onChange={(option: ComboboxOption | null) => props.onValue(option?.value ?? null)}
      onInputChange={(value) => {
        setText(value);
        emptied = value === '' && props.value !== null;
        props.onText?.(value);
      }}
      placeholder={props.placeholder ?? t(texts.choose)}
      triggerMode="focus"
      allowsEmptyCollection
      gutter={4}
      itemComponent={(item) => (
        <Primitive.Item item={item.item} class="menu__item">
          <Primitive.ItemLabel>{item.item.rawValue.label}</Primitive.ItemLabel>
        </Primitive.Item>
      )}
    >
      <Primitive.Control class="combobox" aria-label={props.label}>
        <Primitive.Input
          class="input combobox__input"
          {...(props.id ? { id: props.id } : {})}
          onBlur={clearIfEmptied}
          onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && clearIfEmptied()}
        />
        <Primitive.Trigger class="combobox__trigger" aria-label={props.label} tabIndex={-1}>
          <ChevronsUpDown aria-hidden="true" />
        </Primitive.Trigger>
      </Primitive.Control>
      <Primitive.Portal>
        <Primitive.Content class="menu combobox__content">
          <Primitive.Listbox class="combobox__list" aria-label={props.label} />
          <Show when={shown().length === 0}>
            <p class="combobox__none">{t(texts.noMatch)}</p>
          </Show>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive>
  );
}
