import Copy from 'lucide-solid/icons/copy';
import { t } from '../../i18n/index.ts';
import { Field, IconButton, TextInput, toast, uiTexts } from '../../ui/index.ts';

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyField(props: { label: string; value: string }) {
  let field: HTMLInputElement | undefined;
  const copy = async () => {
    field?.select();
    // Without a secure origin there is no clipboard to write to; the text stays selected for Ctrl+C.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(props.value);
    toast({ text: t(uiTexts.copied), tone: 'good' });
  };
  return (
    <Field label={props.label}>
      {(control) => (
        <div class="admin__copy">
          <TextInput
            {...control}
            ref={(element) => (field = element)}
            readOnly
            value={props.value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <IconButton label={`${t(uiTexts.copy)}: ${props.label}`} icon={<Copy />} onClick={() => void copy()} />
        </div>
      )}
    </Field>
  );
}
