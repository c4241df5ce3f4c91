import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, Show } from 'solid-js';
import { api, CommandOnce, keys, messageOf, problemOf, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { hasRole, me } from '../../session/index.ts';
import { Button, Combobox, Dialog, Field, FormFailure, Select, TextInput, toast, uiTexts } from '../../ui/index.ts';
import { pipelineTexts as texts } from './texts.ts';

const NEW = 'new:';

/** Starts a deal in a process; an account that does not exist yet is made by its name. */
export function StartDealDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  processId: string | null;
  currency: string;
}) {
  const navigate = useNavigate();
  const once = new CommandOnce();
  const [processId, setProcessId] = createSignal<string | null>(null);
  const [name, setName] = createSignal('');
  const [account, setAccount] = createSignal<string | null>(null);
  const [accountText, setAccountText] = createSignal('');
  const [product, setProduct] = createSignal<string | null>(null);
  const [owner, setOwner] = createSignal<string | null>(null);
  const [value, setValue] = createSignal('');
  const [closeOn, setCloseOn] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  const lookups = useQuery(() => ({
    queryKey: keys.lookups,
    queryFn: () => api.deal.lookups.query(),
    enabled: props.open,
  }));
  const known = () => lookups.data;
  const process = () => processId() ?? props.processId ?? known()?.processes[0]?.processId ?? '';
  const accounts = createMemo(() => {
    const options = (known()?.accounts ?? []).map((entry) => ({ value: entry.id, label: entry.name }));
    const newOption = (name: string) => ({ value: NEW + name, label: t(texts.newAccount, { name }) });
    const chosen = account();
    const chosenNew = chosen?.startsWith(NEW) ? newOption(chosen.slice(NEW.length)) : null;
    const typed = accountText().trim();
    const exists = options.some((option) => option.label.toLocaleLowerCase() === typed.toLocaleLowerCase());
    const typedNew = typed === '' || exists || typed === chosenNew?.label ? null : newOption(typed);
    return [chosenNew, typedNew, ...options].filter((option) => option !== null);
  });
  const errorAt = (...fields: string[]) => {
    const error = failure();
    return error !== null && fields.includes(problemOf(error)?.place?.field ?? '') ? messageOf(error) : null;
  };
  const elsewhere = () => {
    const placed = ['name', 'accountId', 'accountName', 'value', 'processId', 'expectedCloseOn'];
    const error = failure();
    return error !== null && !placed.includes(problemOf(error)?.place?.field ?? '') ? messageOf(error) : null;
  };
  const amount = () => (value().trim() === '' ? null : Number(value()));
  const amountWrong = () => amount() !== null && !((amount() ?? -1) >= 0);

  const start = async (event: SubmitEvent) => {
    event.preventDefault();
    if (amountWrong()) return;
    const chosen = account();
    const isNew = chosen?.startsWith(NEW) === true;
    const input = {
      processId: process(),
      name: name(),
      accountId: isNew ? null : chosen,
      accountName: isNew ? (chosen ?? '').slice(NEW.length) : null,
      productId: product(),
      ownerId: owner(),
      value: amount(),
      currency: props.currency,
      expectedCloseOn: closeOn() || null,
    };
    setBusy(true);
    setFailure(null);
    try {
      const { id } = await once.run(input, (commandId) => api.deal.start.mutate({ ...input, commandId }));
      props.onOpenChange(false);
      toast({ text: t(texts.started), tone: 'good' });
      void queryClient.invalidateQueries({ queryKey: ['deal'] });
      void queryClient.invalidateQueries({ queryKey: ['task'] });
      if (isNew) void queryClient.invalidateQueries({ queryKey: keys.lookups });
      navigate(`/deals/${id}`);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(texts.start)}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="start-deal" busy={busy()}>
            {t(texts.create)}
          </Button>
        </>
      }
    >
      <form id="start-deal" class="fields" onSubmit={(event) => void start(event)}>
        <Field label={t(texts.name)} error={errorAt('name')} required>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              required
              maxLength={300}
              placeholder={t(texts.nameExample)}
              value={name()}
              onValue={setName}
            />
          )}
        </Field>
        <div class="fields fields--two">
          <Field label={t(texts.process)} error={errorAt('processId')} required>
            {(control) => (
              <Select
                {...control}
                name="process"
                value={process()}
                options={(known()?.processes ?? []).map((entry) => ({
                  value: entry.processId,
                  label: labelOf(entry.labels, entry.name),
                }))}
                onValue={setProcessId}
              />
            )}
          </Field>
          <Field label={t(texts.account)} error={errorAt('accountId', 'accountName')}>
            {(control) => (
              <Combobox
                id={control.id}
                label={t(texts.account)}
                value={account()}
                options={accounts()}
                placeholder={t(texts.noAccount)}
                onValue={setAccount}
                onText={setAccountText}
              />
            )}
          </Field>
          <Field
            label={`${t(texts.value)} (${props.currency})`}
            error={amountWrong() ? t(texts.valueWrong) : errorAt('value')}
          >
            {(control) => (
              <TextInput {...control} name="value" inputMode="decimal" value={value()} onValue={setValue} />
            )}
          </Field>
          <Field label={t(texts.expectedClose)} error={errorAt('expectedCloseOn')}>
            {(control) => <TextInput {...control} type="date" name="closeOn" value={closeOn()} onValue={setCloseOn} />}
          </Field>
          <Field label={t(texts.product)}>
            {(control) => (
              <Select
                {...control}
                value={product() ?? ''}
                placeholder={t(texts.noAccount)}
                options={(known()?.products ?? []).map((entry) => ({ value: entry.id, label: entry.name }))}
                onValue={(next) => setProduct(next || null)}
              />
            )}
          </Field>
          <Show when={hasRole('manager', 'admin')}>
            <Field label={t(texts.owner)}>
              {(control) => (
                <Combobox
                  id={control.id}
                  label={t(texts.owner)}
                  value={owner()}
                  placeholder={me()?.name ?? t(texts.me)}
                  options={(known()?.people ?? []).map((entry) => ({ value: entry.id, label: entry.name }))}
                  onValue={setOwner}
                />
              )}
            </Field>
          </Show>
        </div>
        <FormFailure text={elsewhere()} />
      </form>
    </Dialog>
  );
}
