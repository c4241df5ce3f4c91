import type { DealDetail } from '@dealwright/api/contract';
import { Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { formatDay, formatInstant, formatMoney, labelOf, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Combobox, Panel, Select, TextArea, TextInput } from '../../ui/index.ts';
import { EditableFact } from './EditableFact.tsx';
import { dealTexts as texts } from './texts.ts';

type Changes = Parameters<typeof api.deal.update.mutate>[0]['changes'];

/** The deal's facts, each changed where it stands. The stage is not among them: it comes from the token. */
export function DealFacts(props: { deal: DealDetail }) {
  const lookups = useQuery(() => ({
    queryKey: keys.lookups,
    queryFn: () => api.deal.lookups.query(),
    enabled: props.deal.canEdit,
  }));
  const known = () => lookups.data;
  const save = async (changes: Changes) => {
    try {
      await api.deal.update.mutate({ id: props.deal.id, revision: props.deal.revision, changes });
    } finally {
      // Also after a refusal: another's change is what made the revision stale.
      await queryClient.invalidateQueries({ queryKey: ['deal'] });
    }
  };
  const named = (
    entries: readonly { id: string; name: string }[] | undefined,
    now: { id: string; name: string } | null,
  ) => {
    const options = (entries ?? []).map((entry) => ({ value: entry.id, label: entry.name }));
    // What is chosen now stays choosable before the list is there.
    return now && !options.some((option) => option.value === now.id)
      ? [{ value: now.id, label: now.name }, ...options]
      : options;
  };
  const editable = () => props.deal.canEdit && props.deal.status === 'open';
  const numberWrong = (text: string) => (text.trim() === '' || Number(text) >= 0 ? null : t(texts.valueWrong));

  return (
    <Panel title={t(texts.facts)}>
      <div class="deal-facts">
        <EditableFact
          label={t(texts.value)}
          shown={props.deal.value === null ? '' : formatMoney(props.deal.value, props.deal.currency)}
          value={props.deal.value === null ? '' : String(props.deal.value)}
          editable={editable()}
          check={numberWrong}
          save={(text) => save({ value: text.trim() === '' ? null : Number(text) })}
          control={(control) => (
            <TextInput id={control.id} inputMode="decimal" value={control.value} onValue={control.onValue} />
          )}
        />
        <EditableFact
          label={t(texts.account)}
          shown={props.deal.account?.name}
          value={props.deal.account?.id ?? ''}
          editable={editable()}
          save={(id) => save({ accountId: id || null })}
          control={(control) => (
            <Combobox
              id={control.id}
              label={t(texts.account)}
              value={control.value || null}
              options={named(known()?.accounts, props.deal.account)}
              onValue={(id) => control.commit(id ?? '')}
            />
          )}
        />
        <EditableFact
          label={t(texts.product)}
          shown={props.deal.product?.name}
          value={props.deal.product?.id ?? ''}
          editable={editable()}
          save={(id) => save({ productId: id || null })}
          control={(control) => (
            <Select
              id={control.id}
              value={control.value}
              placeholder={t(texts.none)}
              options={named(known()?.products, props.deal.product)}
              onValue={control.commit}
            />
          )}
        />
        <EditableFact
          label={t(texts.owner)}
          shown={props.deal.owner.name}
          value={props.deal.owner.id}
          editable={editable() && hasRole('manager', 'admin')}
          save={(id) => save({ ownerId: id })}
          control={(control) => (
            <Combobox
              id={control.id}
              label={t(texts.owner)}
              value={control.value}
              options={named(known()?.people, props.deal.owner)}
              onValue={(id) => id !== null && control.commit(id)}
            />
          )}
        />
        <EditableFact
          label={t(texts.expectedClose)}
          shown={props.deal.expectedCloseOn ? formatDay(props.deal.expectedCloseOn) : ''}
          value={props.deal.expectedCloseOn ?? ''}
          editable={editable()}
          save={(day) => save({ expectedCloseOn: day || null })}
          control={(control) => (
            <TextInput id={control.id} type="date" value={control.value} onValue={control.onValue} />
          )}
        />
        <EditableFact
          label={t(texts.nextStep)}
          shown={props.deal.nextStep}
          value={props.deal.nextStep ?? ''}
          editable={editable()}
          save={(text) => save({ nextStep: text.trim() || null })}
          control={(control) => (
            <TextArea id={control.id} rows={3} maxLength={2000} value={control.value} onValue={control.onValue} />
          )}
        />
        <Fixed
          label={t(texts.lossReason)}
          value={props.deal.lossReason && labelOf(props.deal.lossReasonLabels, props.deal.lossReason)}
        />
        <Fixed
          label={t(texts.closeValue)}
          value={props.deal.closeValue === null ? null : formatMoney(props.deal.closeValue, props.deal.currency)}
        />
        <Fixed label={t(texts.created)} value={formatInstant(props.deal.createdAt)} />
        <Fixed label={t(texts.closed)} value={props.deal.closedAt ? formatInstant(props.deal.closedAt) : null} />
        <Fixed
          label={t(texts.process)}
          value={t(texts.processVersion, {
            name: labelOf(props.deal.processLabels, props.deal.processName),
            count: props.deal.version,
          })}
        />
      </div>
    </Panel>
  );
}

function Fixed(props: { label: string; value: string | null }) {
  return (
    <Show when={props.value}>
      <div class="editable-fact">
        <span class="editable-fact__label">{props.label}</span>
        <span class="editable-fact__value">{props.value}</span>
      </div>
    </Show>
  );
}
