import { SECRET_NAME, SHORTEST_SECRET } from '@dealwright/api/contract';
import { createSignal, Show } from 'solid-js';
import { api, messageOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { t } from '../../i18n/index.ts';
import { Button, createSubmission, Dialog, Field, FormFailure, TextInput, toast, uiTexts } from '../../ui/index.ts';
import { connectionTexts as texts } from './connectionTexts.ts';

/** Enters a secret, or a new value for the one that is named. */
export function SecretDialog(props: { name: string | null; onClose: () => void }) {
  const [name, setName] = createSignal(props.name ?? '');
  const [value, setValue] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    await api.secret.save.mutate({ name: name().trim(), value: value() });
    toast({ text: t(texts.saved), tone: 'good' });
    await queryClient.invalidateQueries({ queryKey: ['secret'] });
    props.onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.name === null ? t(texts.newSecret) : t(texts.changeSecret, { name: props.name })}
      width="sm"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="secret-form" busy={busy()}>
            {t(uiTexts.save)}
          </Button>
        </>
      }
    >
      <form id="secret-form" class="fields" autocomplete="off" onSubmit={submit}>
        <Show when={props.name === null}>
          <Field label={t(texts.name)} hint={t(texts.secretNameHint)} required>
            {(control) => (
              <TextInput
                {...control}
                name="secret-name"
                required
                maxLength={64}
                pattern={SECRET_NAME.source}
                spellcheck={false}
                value={name()}
                onValue={(typed) => setName(typed.toUpperCase())}
              />
            )}
          </Field>
        </Show>
        <Field label={t(texts.value)} hint={t(texts.valueHint, { count: SHORTEST_SECRET })} required>
          {(control) => (
            <TextInput
              {...control}
              type="password"
              name="secret-value"
              autocomplete="new-password"
              required
              pattern={`.{${SHORTEST_SECRET},}`}
              maxLength={10_000}
              value={value()}
              onValue={setValue}
            />
          )}
        </Field>
        <FormFailure text={failure() === null ? null : messageOf(failure())} />
      </form>
    </Dialog>
  );
}
