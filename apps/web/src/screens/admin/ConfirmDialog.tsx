import { type JSX } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button, Dialog, uiTexts } from '../../ui/index.ts';

/** Asks once more before something that can't be taken back. */
export function ConfirmDialog(props: {
  open: boolean;
  title: string;
  text?: string;
  /** what the button that does it says */
  confirm: string;
  danger?: boolean;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: JSX.Element;
}) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      {...(props.text === undefined ? {} : { description: props.text })}
      width="sm"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant={props.danger ? 'danger' : 'primary'} busy={props.busy} onClick={() => props.onConfirm()}>
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
