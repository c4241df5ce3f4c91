import type { WebhookKind, WebhookSecret } from '@dealwright/api/contract';
import { createSignal, Show } from 'solid-js';
import { api, keys, messageOf, problemOf, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Button, createSubmission, Dialog, Field, FormFailure, Select, TextInput, uiTexts } from '../../ui/index.ts';
import { connectionTexts as texts } from './connectionTexts.ts';

const PAYLOAD_EXAMPLE = '{order: body.id, amount: body.total}';
const CORRELATION_EXAMPLE = 'body.id';

/** Makes a webhook; its address and secret are handed on to be shown. */
export function WebhookDialog(props: { onMade: (made: WebhookSecret) => void; onClose: () => void }) {
  const [name, setName] = createSignal('');
  const [kind, setKind] = createSignal<WebhookKind>('start');
  const [target, setTarget] = createSignal('');
  const [payload, setPayload] = createSignal('');
  const [correlation, setCorrelation] = createSignal('');
  const { busy, failure, submit } = createSubmission(async () => {
    const made = await api.webhook.create.mutate({
      name: name(),
      kind: kind(),
      target: target(),
      payload: payload(),
      correlation: kind() === 'message' ? correlation() : '',
    });
    await queryClient.invalidateQueries({ queryKey: keys.webhooks });
    props.onMade(made);
  });
  const models = useQuery(() => ({ queryKey: keys.models, queryFn: () => api.model.list.query() }));
  const processes = () =>
    (models.data ?? [])
      .filter((model) => model.latestVersion !== null)
      .map((model) => ({ value: model.processId, label: labelOf(model.labels, model.name) }));
  const errorAt = (field: string) =>
    failure() !== null && problemOf(failure())?.place?.field === field ? messageOf(failure()) : null;
  const elsewhere = () => {
    const placed = ['name', 'target', 'payload', 'correlation'].includes(problemOf(failure())?.place?.field ?? '');
    return failure() !== null && !placed ? messageOf(failure()) : null;
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.newWebhook)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="webhook-form" busy={busy()}>
            {t(uiTexts.save)}
          </Button>
        </>
      }
    >
      <form id="webhook-form" class="fields" onSubmit={submit}>
        <Field label={t(texts.name)} hint={t(texts.webhookNameHint)} error={errorAt('name')} required>
          {(control) => <TextInput {...control} required maxLength={200} value={name()} onValue={setName} />}
        </Field>
        <div class="fields fields--two">
          <Field label={t(texts.does)}>
            {(control) => (
              <Select
                {...control}
                value={kind()}
                options={[
                  { value: 'start', label: t(texts.starts) },
                  { value: 'message', label: t(texts.sends) },
                ]}
                onValue={(chosen) => {
                  setKind(chosen === 'message' ? 'message' : 'start');
                  setTarget('');
                }}
              />
            )}
          </Field>
          <Show
            when={kind() === 'start'}
            fallback={
              <Field label={t(texts.message)} error={errorAt('target')} required>
                {(control) => <TextInput {...control} required maxLength={200} value={target()} onValue={setTarget} />}
              </Field>
            }
          >
            <Field label={t(texts.process)} error={errorAt('target')} required>
              {(control) => (
                <Select
                  {...control}
                  required
                  value={target()}
                  placeholder={t(uiTexts.choose)}
                  options={processes()}
                  onValue={setTarget}
                />
              )}
            </Field>
          </Show>
        </div>
        <Field label={t(texts.payload)} hint={t(texts.payloadHint)} error={errorAt('payload')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={4000}
              spellcheck={false}
              placeholder={PAYLOAD_EXAMPLE}
              value={payload()}
              onValue={setPayload}
            />
          )}
        </Field>
        <Show when={kind() === 'message'}>
          <Field label={t(texts.correlation)} hint={t(texts.correlationHint)} error={errorAt('correlation')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={4000}
                spellcheck={false}
                placeholder={CORRELATION_EXAMPLE}
                value={correlation()}
                onValue={setCorrelation}
              />
            )}
          </Field>
        </Show>
        <FormFailure text={elsewhere()} />
      </form>
    </Dialog>
  );
}
