import { createSignal } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Field, TextInput } from '../../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { incidentTexts as texts } from './incidentTexts.ts';
import type { Way } from './useIncidents.ts';

const WORDS = {
  retry: { title: texts.retryTitle, text: texts.retryText, confirm: texts.retry },
  skip: { title: texts.skipTitle, text: texts.skipText, confirm: texts.skip },
  cancel: { title: texts.cancelTitle, text: texts.cancelText, confirm: texts.cancel },
} as const;

/** Asks once more, saying how many it is about, and takes the reason that is kept for all of them. */
export function ResolveDialog(props: {
  way: Way;
  count: number;
  busy: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = createSignal('');
  const words = () => WORDS[props.way];
  return (
    <ConfirmDialog
      open
      title={t(words().title, { count: props.count })}
      text={t(words().text)}
      confirm={t(words().confirm)}
      danger={props.way !== 'retry'}
      busy={props.busy}
      onConfirm={() => props.onConfirm(reason())}
      onClose={props.onClose}
    >
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.busy) props.onConfirm(reason());
        }}
      >
        <Field label={t(texts.reason)} hint={t(texts.reasonHint)}>
          {(control) => <TextInput {...control} maxLength={500} value={reason()} onValue={setReason} />}
        </Field>
      </form>
    </ConfirmDialog>
  );
}
