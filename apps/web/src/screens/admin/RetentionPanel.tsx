import { LONGEST_RETENTION, type Retention } from '@dealwright/api/contract';
import { createSignal, For } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { formatInstant, labelOf, t } from '../../i18n/index.ts';
import { Button, Panel, QueryView, TextInput, toast, toastError } from '../../ui/index.ts';
import { adminTexts as texts } from './texts.ts';

/** For how many days the history of ended deals is kept, a row a process, and the audit trail. */
export function RetentionPanel() {
  const kept = useQuery(() => ({ queryKey: keys.retention, queryFn: () => api.retention.list.query() }));
  return (
    <Panel title={t(texts.retention)}>
      <p class="muted admin__about">{t(texts.retentionAbout)}</p>
      <QueryView query={kept}>
        {(rows) => (
          <div class="table-scroll">
            <table class="table">
              <thead>
                <tr>
                  <th>{t(texts.process)}</th>
                  <th>{t(texts.daysKept)}</th>
                  <th>{t(texts.when)}</th>
                </tr>
              </thead>
              <tbody>
                <For each={rows()}>{(row) => <RetentionRow row={row} />}</For>
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </Panel>
  );
}

function RetentionRow(props: { row: Retention }) {
  const stored = () => props.row.days?.toString() ?? '';
  const [typed, setTyped] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const value = () => typed() ?? stored();
  const name = () => {
    const { process } = props.row;
    return process === null ? t(texts.audit) : labelOf(process.labels, process.name);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.retention.set.mutate({
        processId: props.row.process?.id ?? null,
        days: value() === '' ? null : Number(value()),
      });
      toast({ text: t(texts.peopleSaved), tone: 'good' });
      await queryClient.invalidateQueries({ queryKey: keys.retention });
      setTyped(null);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <tr>
      <td>{name()}</td>
      <td>
        <form class="admin__retention" onSubmit={(event) => void save(event)}>
          <TextInput
            compact
            type="number"
            min={1}
            max={LONGEST_RETENTION}
            step={1}
            placeholder={t(texts.forEver)}
            aria-label={t(texts.daysKeptOf, { name: name() })}
            value={value()}
            onValue={setTyped}
          />
          <Button size="sm" type="submit" busy={busy()} disabled={value() === stored()}>
            {t(texts.keepChange)}
          </Button>
        </form>
      </td>
      <td class="num">{props.row.updatedAt === null ? '–' : formatInstant(props.row.updatedAt)}</td>
    </tr>
  );
}
