import { Navigate, useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { api, keys, messageOf, useQuery } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { adoptSession, me } from '../../session/index.ts';
import { Button, createSubmission, Field, TextInput } from '../../ui/index.ts';
import { AuthFrame } from './AuthFrame.tsx';
import { safePath } from './safePath.ts';
import { signInTexts as texts } from './texts.ts';

/** Name and password; goes on to the address that was asked for. */
export default function SignInScreen() {
  const navigate = useNavigate();
  const [params] = useSearchParams<{ to: string }>();
  const target = () => safePath(params.to);
  const [email, setEmail] = createSignal('');
  const [password, setPassword] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    adoptSession(await api.auth.signIn.mutate({ email: email().trim(), password: password() }));
    navigate(target(), { replace: true });
  });
  const setup = useQuery(() => ({ queryKey: keys.setupNeeded, queryFn: () => api.auth.setupNeeded.query() }));
  return (
    <Show when={!me()} fallback={<Navigate href={target()} />}>
      <AuthFrame title={t(texts.title)}>
        <Show when={!setup.isPending && setup.data?.needed}>
          <p class="auth-frame__notice">{t(texts.setupNeeded)}</p>
        </Show>
        <form class="auth-frame__form" onSubmit={submit}>
          <Field label={t(texts.email)}>
            {(control) => (
              <TextInput
                {...control}
                type="email"
                name="email"
                autocomplete="username"
                required
                autofocus
                onValue={setEmail}
              />
            )}
          </Field>
          <Field label={t(texts.password)}>
            {(control) => (
              <TextInput
                {...control}
                type="password"
                name="password"
                autocomplete="current-password"
                required
                onValue={setPassword}
              />
            )}
          </Field>
          <Show when={failure()}>
            {(error) => (
              <p class="auth-frame__error" role="alert">
                {messageOf(error())}
              </p>
            )}
          </Show>
          <Button type="submit" variant="primary" size="lg" busy={busy()}>
            {t(texts.submit)}
          </Button>
        </form>
        <p class="auth-frame__note">{t(texts.noAccount)}</p>
      </AuthFrame>
    </Show>
  );
}
