import { useNavigate, useSearchParams } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { api, messageOf } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { adoptSession } from '../../session/index.ts';
import { Button, createSubmission, Field, TextInput } from '../../ui/index.ts';
import { AuthFrame } from '../signIn/AuthFrame.tsx';
import { inviteTexts as texts } from './texts.ts';

/** An invitation's one-time link: the invited person chooses a password. */
export default function InviteScreen() {
  const navigate = useNavigate();
  const [params] = useSearchParams<{ token: string }>();
  const [password, setPassword] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    adoptSession(await api.auth.acceptInvite.mutate({ token: params.token ?? '', password: password() }));
    navigate('/', { replace: true });
  });
  return (
    <AuthFrame title={t(texts.title)} text={t(texts.text)}>
      <Show when={params.token} fallback={<p class="auth-frame__notice">{t(texts.noToken)}</p>}>
        <form class="auth-frame__form" onSubmit={submit}>
          <Field
            label={t(texts.password)}
            hint={t(texts.passwordHint)}
            error={failure() === null ? null : messageOf(failure())}
          >
            {(control) => (
              <TextInput
                {...control}
                type="password"
                name="password"
                autocomplete="new-password"
                required
                autofocus
                minLength={10}
                onValue={setPassword}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" size="lg" busy={busy()}>
            {t(texts.submit)}
          </Button>
        </form>
      </Show>
    </AuthFrame>
  );
}
