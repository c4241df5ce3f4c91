import type { Webhook, WebhookSecret } from '@dealwright/api/contract';
import Plus from 'lucide-solid/icons/plus';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Trash from 'lucide-solid/icons/trash';
import WebhookIcon from 'lucide-solid/icons/webhook';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { Badge, Button, Checkbox, EmptyState, IconButton, Panel, QueryView, toast } from '../../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { createConfirmed } from './createConfirmed.ts';
import { connectionTexts as texts } from './connectionTexts.ts';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookSecretDialog } from './WebhookSecretDialog.tsx';

/** Where other systems may send, and what happens then. */
export function WebhooksPanel() {
  const [adding, setAdding] = createSignal(false);
  const [made, setMade] = createSignal<WebhookSecret | null>(null);
  const [overlap, setOverlap] = createSignal(true);
  const webhooks = useQuery(() => ({ queryKey: keys.webhooks, queryFn: () => api.webhook.list.query() }));
  const removing = createConfirmed<Webhook>(keys.webhooks, async ({ id }) => {
    await api.webhook.remove.mutate({ id });
    toast({ text: t(texts.removed), tone: 'good' });
  });
  const rotating = createConfirmed<Webhook>(keys.webhooks, async ({ id }) => {
    setMade(await api.webhook.rotate.mutate({ id, overlap: overlap() }));
  });
  return (
    <Panel
      title={t(texts.webhooks)}
      actions={
        <Button size="sm" icon={<Plus />} onClick={() => setAdding(true)}>
          {t(texts.newWebhook)}
        </Button>
      }
    >
      <p class="muted admin__about">{t(texts.webhooksAbout)}</p>
      <QueryView query={webhooks}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<EmptyState icon={<WebhookIcon />} title={t(texts.noWebhooks)} />}>
            <div class="table-scroll">
              <table class="table">
                <thead>
                  <tr>
                    <th>{t(texts.name)}</th>
                    <th>{t(texts.does)}</th>
                    <th>{t(texts.address)}</th>
                    <th>{t(texts.lastDelivery)}</th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>
                    {(webhook) => (
                      <tr>
                        <td>
                          <span class="admin__person-name">
                            {webhook.name}
                            <Show when={isAhead(webhook.previousUntil)}>
                              <Badge tone="warn">
                                {t(texts.oldUntil, { at: formatInstant(webhook.previousUntil ?? '') })}
                              </Badge>
                            </Show>
                          </span>
                        </td>
                        <td>
                          {t(webhook.kind === 'start' ? texts.startsTarget : texts.sendsTarget, {
                            target: webhook.target,
                          })}
                        </td>
                        <td class="admin__note">
                          <code class="admin__code">{webhook.url}</code>
                        </td>
                        <td class="num">
                          {webhook.lastDeliveryAt ? formatInstant(webhook.lastDeliveryAt) : t(texts.never)}
                        </td>
                        <td class="table__actions">
                          <IconButton
                            size="sm"
                            label={t(texts.rotateNamed, { name: webhook.name })}
                            icon={<RotateCw />}
                            onClick={() => rotating.ask(webhook)}
                          />
                          <IconButton
                            size="sm"
                            label={t(texts.removeNamed, { name: webhook.name })}
                            icon={<Trash />}
                            onClick={() => removing.ask(webhook)}
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
      <Show when={adding()}>
        <WebhookDialog
          onMade={(webhook) => {
            setAdding(false);
            setMade(webhook);
          }}
          onClose={() => setAdding(false)}
        />
      </Show>
      <WebhookSecretDialog made={made()} onClose={() => setMade(null)} />
      <ConfirmDialog
        open={rotating.chosen() !== null}
        title={t(texts.rotateTitle, { name: rotating.chosen()?.name ?? '' })}
        confirm={t(texts.rotate)}
        busy={rotating.busy()}
        onConfirm={rotating.confirm}
        onClose={rotating.forget}
      >
        <Checkbox checked={overlap()} onValue={setOverlap}>
          {t(texts.overlap)}
        </Checkbox>
      </ConfirmDialog>
      <ConfirmDialog
        open={removing.chosen() !== null}
        title={t(texts.removeWebhookTitle, { name: removing.chosen()?.name ?? '' })}
        text={t(texts.removeWebhookText)}
        confirm={t(texts.remove)}
        danger
        busy={removing.busy()}
        onConfirm={removing.confirm}
        onClose={removing.forget}
      />
    </Panel>
  );
}

function isAhead(at: string | null): boolean {
  return at !== null && Date.parse(at) > Date.now();
}
