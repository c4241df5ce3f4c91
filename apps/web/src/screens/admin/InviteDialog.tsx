import Copy from 'lucide-solid/icons/copy';
import { t } from '../../i18n/index.ts';
import { Button, Dialog, Field, TextInput, toast, uiTexts } from '../../ui/index.ts';
import { adminTexts as texts } from './texts.ts';

export interface Invitation {
  readonly name: string;
  readonly url: string;
}

/** The one-time link, to be sent by whatever way the firm uses. It is shown once. */
export function InviteDialog(props: { invitation: Invitation | null; onClose: () => void }) {
  let field: HTMLInputElement | undefined;
  const address = () => (props.invitation ? new URL(props.invitation.url, location.origin).href : '');
  const copy = async () => {
    field?.select();
    // Without a secure origin there is no clipboard to write to; the link stays selected for Ctrl+C.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(address());
    toast({ text: t(uiTexts.copied), tone: 'good' });
  };
  return (
    <Dialog
      open={props.invitation !== null}
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.inviteTitle, { name: props.invitation?.name ?? '' })}
      description={t(texts.inviteText, { name: props.invitation?.name ?? '' })}
      footer={
        <>
          <Button icon={<Copy />} onClick={() => void copy()}>
            {t(uiTexts.copy)}
          </Button>
          <Button variant="primary" onClick={() => props.onClose()}>
            {t(texts.done)}
          </Button>
        </>
      }
    >
      <Field label={t(texts.link)}>
        {(control) => (
          <TextInput
            {...control}
            ref={(element) => (field = element)}
            readOnly
            value={address()}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
    </Dialog>
  );
}
