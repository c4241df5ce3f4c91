import { createSignal } from 'solid-js';
import { api } from '../api/index.ts';
import { messageOf, problemOf } from '../api/ApiProblem.ts';
import { t } from '../i18n/index.ts';
import { Button, createSubmission, Dialog, Field, TextInput, toast, uiTexts } from '../ui/index.ts';
import { appTexts as texts } from './texts.ts';

/** Changes one's own password. */
export function PasswordDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    await api.auth.changePassword.mutate({ current: current(), next: next() });
    setCurrent('');
    setNext('');
    props.onOpenChange(false);
    toast({ text: t(texts.passwordChanged), tone: 'good' });
  });
  const errorAt = (field: string) => {
    const error = failure();
    if (error === null) return null;
    const place = problemOf(error)?.place?.field ?? 'current';
    return place === field ? messageOf(error) : null;
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(texts.changePassword)}
      width="sm"
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="password-form" busy={busy()}>
            {t(uiTexts.save)}
          </Button>
        </>
      }
    >
      <form id="password-form" class="fields" onSubmit={submit}>
        <Field label={t(texts.currentPassword)} error={errorAt('current')} required>
          {(control) => (
            <TextInput {...control} type="password" autocomplete="current-password" required onValue={setCurrent} />
          )}
        </Field>
        <Field label={t(texts.newPassword)} hint={t(texts.passwordHint)} error={errorAt('next')} required>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              autocomplete="new-password"
              required
              minLength={10}
              onValue={setNext}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
