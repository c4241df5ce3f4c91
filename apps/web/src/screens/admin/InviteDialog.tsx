import { t } from '../../i18n/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { CopyField } from './CopyField.tsx';
import { adminTexts as texts } from './texts.ts';

export interface Invitation {
  readonly name: string;
  readonly url: string;
}

/** The one-time link, to be sent by whatever way the firm uses. It is shown once. */
export function InviteDialog(props: { invitation: Invitation | null; onClose: () => void }) {
  const address = () => (props.invitation ? new URL(props.invitation.url, location.origin).href : '');
  return (
    <Dialog
      open={props.invitation !== null}
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.inviteTitle, { name: props.invitation?.name ?? '' })}
      description={t(texts.inviteText, { name: props.invitation?.name ?? '' })}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t(texts.done)}
        </Button>
      }
    >
      <CopyField label={t(texts.link)} value={address()} />
    </Dialog>
  );
}
