import KeyRound from 'lucide-solid/icons/key-round';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { Button, EmptyState, IconButton, Panel, QueryView, toast } from '../../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { createConfirmed } from './createConfirmed.ts';
import { connectionTexts as texts } from './connectionTexts.ts';
import { SecretDialog } from './SecretDialog.tsx';

/** What connectors may name: entered, changed and removed here, never shown. */
export function SecretsPanel() {
  const [editing, setEditing] = createSignal<{ readonly name: string | null } | null>(null);
  const secrets = useQuery(() => ({ queryKey: keys.secrets, queryFn: () => api.secret.list.query() }));
  const removing = createConfirmed<string>(keys.secrets, async (name) => {
    await api.secret.remove.mutate({ name });
    toast({ text: t(texts.removed), tone: 'good' });
  });
  return (
    <Panel
      title={t(texts.secrets)}
      actions={
        <Button size="sm" icon={<Plus />} onClick={() => setEditing({ name: null })}>
          {t(texts.newSecret)}
        </Button>
      }
    >
      <p class="muted admin__about">{t(texts.secretsAbout, { example: '{{secret.CRM_TOKEN}}' })}</p>
      <QueryView query={secrets}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<EmptyState icon={<KeyRound />} title={t(texts.noSecrets)} />}>
            <div class="table-scroll">
              <table class="table">
                <thead>
                  <tr>
                    <th>{t(texts.name)}</th>
                    <th>{t(texts.changed)}</th>
                    <th>{t(texts.by)}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>
                    {(secret) => (
                      <tr>
                        <td>
                          <code>{secret.name}</code>
                        </td>
                        <td class="num">{formatInstant(secret.updatedAt)}</td>
                        <td>{secret.updatedBy ?? '–'}</td>
                        <td class="table__actions">
                          <IconButton
                            size="sm"
                            label={t(texts.changeSecret, { name: secret.name })}
                            icon={<Pencil />}
                            onClick={() => setEditing(secret)}
                          />
                          <IconButton
                            size="sm"
                            label={t(texts.removeNamed, { name: secret.name })}
                            icon={<Trash />}
                            onClick={() => removing.ask(secret.name)}
                          />
                        </td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </Show>
        )}
      </QueryView>
      <Show when={editing()} keyed>
        {({ name }) => <SecretDialog name={name} onClose={() => setEditing(null)} />}
      </Show>
      <ConfirmDialog
        open={removing.chosen() !== null}
        title={t(texts.removeSecretTitle, { name: removing.chosen() ?? '' })}
        text={t(texts.removeSecretText)}
        confirm={t(texts.remove)}
        danger
        busy={removing.busy()}
        onConfirm={removing.confirm}
        onClose={removing.forget}
      />
    </Panel>
  );
}
