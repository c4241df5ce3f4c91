import Plus from 'lucide-solid/icons/plus';
import type { FormComponent } from '@dealwright/bpmn/types';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { fieldsOf } from '../model/form.ts';
import { DEAL_FIELDS, FIELD_TYPES, fieldLabel, type FieldType, newField } from '../model/formFields.ts';
import { fieldTypeTexts, panelTexts as texts } from './texts.ts';

/** Chooses the kind of the next field: one of the deal's own, or a new one. */
export function AddField(props: {
  components: readonly FormComponent[];
  onAdd: (field: FormComponent) => void;
}): JSX.Element {
  const [kind, setKind] = createSignal('textfield');
  const taken = () => new Set(fieldsOf(props.components).flatMap((field) => field.key ?? []));
  const dealFields = () => DEAL_FIELDS.filter((field) => !taken().has(field.key ?? ''));
  const add = () => {
    const known = dealFields().find((field) => field.key === kind());
    if (known) {
      props.onAdd(known);
      setKind('textfield');
    } else props.onAdd(newField(kind() as FieldType, taken()));
  };
  return (
    <div class="designer__row designer__row--end">
      <select
        class="input input--sm"
        aria-label={t(texts.addFieldKind)}
        onChange={(event) => setKind(event.currentTarget.value)}
      >
        <optgroup label={t(texts.ownFields)}>
          <For each={FIELD_TYPES}>
            {(type) => (
              <option value={type} selected={kind() === type}>
                {t(fieldTypeTexts[type])}
              </option>
            )}
          </For>
        </optgroup>
        <Show when={dealFields().length > 0}>
          <optgroup label={t(texts.dealFields)}>
            <For each={dealFields()}>
              {(field) => (
                <option value={field.key} selected={kind() === field.key}>
                  {fieldLabel(field, language())}
                </option>
              )}
            </For>
          </optgroup>
        </Show>
      </select>
      <Button size="sm" icon={<Plus />} onClick={add}>
        {t(texts.addField)}
      </Button>
    </div>
  );
}
