import type { Webhook, WebhookSecret } from '@dealwright/api/contract';
import Plus from 'lucide-solid/icons/plus';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Trash from 'lucide-solid/icons/trash';
import WebhookIcon from 'lucide-solid/icons/webhook';
import { createSignal, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import {
  Badge,
  Button,
  Checkbox,
  EmptyState,
  IconButton,
  Panel,
  QueryView,
  toast,
  toastError,
} from '../../ui/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { connectionTexts as texts } from './connectionTexts.ts';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookSecretDialog } from './WebhookSecretDialog.tsx';

/** Where other systems may send, and what happens then. */
export function WebhooksPanel() {
  const [adding, setAdding] = createSignal(false);
  const [made, setMade] = createSignal<WebhookSecret | null>(null);
  const [removing, setRemoving] = createSignal<Webhook | null>(null);
  const [rotating, setRotating] = createSignal<Webhook | null>(null);
  const [overlap, setOverlap] = createSignal(true);
  const [busy, setBusy] = createSignal(false);
  const webhooks = useQuery(() => ({ queryKey: keys.webhooks, queryFn: () => api.webhook.list.query() }));
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
      setRemoving(null);
      setRotating(null);
      void queryClient.invalidateQueries({ queryKey: keys.webhooks });
    }
  };
  const remove = (id: string) =>
    act(async () => {
      await api.webhook.remove.mutate({ id });
      toast({ text: t(texts.removed), tone: 'good' });
    });
  const rotate = (id: string) =>
    act(async () => {
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
                            onClick={() => setRotating(webhook)}
                          />
                          <IconButton
                            size="sm"
                            label={t(texts.removeNamed, { name: webhook.name })}
                            icon={<Trash />}
                            onClick={() => setRemoving(webhook)}
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
        open={rotating() !== null}
        title={t(texts.rotateTitle, { name: rotating()?.name ?? '' })}
        confirm={t(texts.rotate)}
        busy={busy()}
        onConfirm={() => void rotate(rotating()?.id ?? '')}
        onClose={() => setRotating(null)}
      >
        <Checkbox checked={overlap()} onValue={setOverlap}>
          {t(texts.overlap)}
        </Checkbox>
      </ConfirmDialog>
      <ConfirmDialog
        open={removing() !== null}
        title={t(texts.removeWebhookTitle, { name: removing()?.name ?? '' })}
        text={t(texts.removeWebhookText)}
        confirm={t(texts.remove)}
        danger
        busy={busy()}
        onConfirm={() => void remove(removing()?.id ?? '')}
        onClose={() => setRemoving(null)}
      />
    </Panel>
  );
}

function isAhead(at: string | null): boolean {
  return at !== null && Date.parse(at) > Date.now();
}
