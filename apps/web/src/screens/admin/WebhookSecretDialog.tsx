import type { WebhookSecret } from '@dealwright/api/contract';
import { t } from '../../i18n/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { CopyField } from './CopyField.tsx';
import { connectionTexts as texts } from './connectionTexts.ts';

/** What the sender needs. The secret is shown this once. */
export function WebhookSecretDialog(props: { made: WebhookSecret | null; onClose: () => void }) {
  return (
    <Dialog
      open={props.made !== null}
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.secretTitle)}
      description={t(texts.secretText)}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t(texts.done)}
        </Button>
      }
    >
      <div class="fields">
        <CopyField label={t(texts.address)} value={props.made?.url ?? ''} />
        <CopyField label={t(texts.secret)} value={props.made?.secret ?? ''} />
      </div>
    </Dialog>
  );
}
