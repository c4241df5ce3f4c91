import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { api, messageOf, problemOf } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { adoptSession } from '../../session/index.ts';
import { Button, createSubmission, Field, TextInput } from '../../ui/index.ts';
import { AuthFrame } from '../signIn/AuthFrame.tsx';
import { setupTexts as texts } from './texts.ts';

/** The first start's one-time link: makes the first administrator. */
export default function SetupScreen() {
  const navigate = useNavigate();
  const [params] = useSearchParams<{ token: string }>();
  const [name, setName] = createSignal('');
  const [email, setEmail] = createSignal('');
  const [password, setPassword] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    const input = { token: params.token ?? '', name: name(), email: email().trim(), password: password() };
    adoptSession(await api.auth.setup.mutate(input));
    navigate('/admin', { replace: true });
  });
  const errorAt = (field: string) => (problemOf(failure())?.place?.field === field ? messageOf(failure()) : null);
  const elsewhere = () => {
    const error = failure();
    const field = problemOf(error)?.place?.field;
    return error !== null && !['name', 'email', 'password'].includes(field ?? '') ? messageOf(error) : null;
  };
  return (
    <AuthFrame title={t(texts.title)} text={t(texts.text)}>
      <Show when={params.token} fallback={<p class="auth-frame__notice">{t(texts.noToken)}</p>}>
        <form class="auth-frame__form" onSubmit={submit}>
          <Field label={t(texts.name)} error={errorAt('name')}>
            {(control) => (
              <TextInput {...control} name="name" autocomplete="name" required autofocus onValue={setName} />
            )}
          </Field>
          <Field label={t(texts.email)} error={errorAt('email')}>
            {(control) => (
              <TextInput {...control} type="email" name="email" autocomplete="username" required onValue={setEmail} />
            )}
          </Field>
          <Field label={t(texts.password)} hint={t(texts.passwordHint)} error={errorAt('password')}>
            {(control) => (
              <TextInput
                {...control}
                type="password"
                name="password"
                autocomplete="new-password"
                required
                minLength={10}
                onValue={setPassword}
              />
            )}
          </Field>
          <Show when={elsewhere()}>
            {(message) => (
              <p class="auth-frame__error" role="alert">
                {message()}
              </p>
            )}
          </Show>
          <Button type="submit" variant="primary" size="lg" busy={busy()}>
            {t(texts.submit)}
          </Button>
        </form>
      </Show>
    </AuthFrame>
  );
}
