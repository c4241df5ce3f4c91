import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Trash from 'lucide-solid/icons/trash';
import type { FormComponent } from '@dealwright/bpmn/types';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Checkbox, Field, IconButton } from '../../../ui/index.ts';
import { CommitArea } from '../fields/CommitArea.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import {
  FIELD_TYPES,
  fieldLabel,
  type FieldType,
  isFieldType,
  keyFromLabel,
  optionsFromText,
  optionsToText,
  withFieldLabel,
  withRule,
  withType,
} from '../model/formFields.ts';
import { fieldTypeTexts, panelTexts as texts } from './texts.ts';

const KEY = /^[A-Za-z]\w*$/;

/** One field of a form. A kind that the builder does not know is kept as it stands. */
export function FieldEntry(props: {
  field: FormComponent;
  count: number;
  last: boolean;
  taken: ReadonlySet<string>;
  onChange: (field: FormComponent) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}): JSX.Element {
  const [keyError, setKeyError] = createSignal<string | null>(null);
  const setKey = (text: string) => {
    const key = text.trim();
    if (!KEY.test(key)) return setKeyError(t(texts.fieldKeyInvalid));
    if (props.taken.has(key)) return setKeyError(t(texts.fieldKeyTaken));
    setKeyError(null);
    return props.onChange({ ...props.field, key });
  };
  const has = (...types: string[]) => types.includes(props.field.type);
  return (
    <fieldset class="designer__entry">
      <legend>{t(texts.fieldN, { count: props.count })}</legend>
      <div class="designer__entry-tools">
        <IconButton
          size="sm"
          label={t(texts.moveUp)}
          icon={<ArrowUp />}
          disabled={props.count === 1}
          onClick={() => props.onMove(-1)}
        />
        <IconButton
          size="sm"
          label={t(texts.moveDown)}
          icon={<ArrowDown />}
          disabled={props.last}
          onClick={() => props.onMove(1)}
        />
        <IconButton
          size="sm"
          label={t(texts.removeField, { count: props.count })}
          icon={<Trash />}
          onClick={() => props.onRemove()}
        />
      </div>
      <Show
        when={isFieldType(props.field.type)}
        fallback={<p class="field__hint">{t(texts.fieldKept, { type: props.field.type })}</p>}
      >
        <TextField
          label={t(texts.labelEn, { what: t(texts.label) })}
          lang="en"
          value={fieldLabel(props.field, 'en')}
          onCommit={(text) => {
            const key = keyFromLabel(props.field, text, props.taken);
            props.onChange({ ...withFieldLabel(props.field, 'en', text.trim()), ...(key === null ? {} : { key }) });
          }}
        />
        <TextField
          label={t(texts.labelZh, { what: t(texts.label) })}
          lang="zh-CN"
          value={fieldLabel(props.field, 'zh')}
          onCommit={(text) => props.onChange(withFieldLabel(props.field, 'zh', text.trim()))}
        />
        <div class="designer__row">
          <TextField
            label={t(texts.fieldKey)}
            value={props.field.key ?? ''}
            onCommit={setKey}
            error={keyError()}
            mono
          />
          <SelectField
            label={t(texts.fieldType)}
            value={props.field.type}
            options={FIELD_TYPES.map((value) => ({ value, label: t(fieldTypeTexts[value]) }))}
            onValue={(type) => props.onChange(withType(props.field, type as FieldType))}
          />
        </div>
        <Show when={has('select', 'radio')}>
          <Field label={t(texts.fieldOptions)} hint={t(texts.fieldOptionsHint)}>
            {(control) => (
              <CommitArea
                {...control}
                value={optionsToText(props.field.values)}
                onCommit={(text) => props.onChange({ ...props.field, values: optionsFromText(text) })}
              />
            )}
          </Field>
        </Show>
        <Show when={has('number')}>
          <div class="designer__row">
            <NumberField
              label={t(texts.fieldMin)}
              value={props.field.validate?.min ?? null}
              onCommit={(min) => props.onChange(withRule(props.field, 'min', min ?? undefined))}
            />
            <NumberField
              label={t(texts.fieldMax)}
              value={props.field.validate?.max ?? null}
              onCommit={(max) => props.onChange(withRule(props.field, 'max', max ?? undefined))}
            />
          </div>
        </Show>
        <Checkbox
          checked={props.field.validate?.required === true}
          onValue={(on) => props.onChange(withRule(props.field, 'required', on || undefined))}
        >
          {t(texts.fieldRequired)}
        </Checkbox>
      </Show>
    </fieldset>
  );
}
