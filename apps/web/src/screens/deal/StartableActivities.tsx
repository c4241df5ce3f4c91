import type { DealDetail } from '@dealwright/api/contract';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, For } from 'solid-js';
import { api, CommandOnce } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Button, toast, toastError } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

type Startable = DealDetail['startable'][number];

/** What may be started by hand, as often as needed, in the ad-hoc subprocesses where the deal stands. */
export function StartableActivities(props: { dealId: string; startable: readonly Startable[] }) {
  const once = new CommandOnce();
  const [busy, setBusy] = createSignal<string | null>(null);
  const start = async ({ from }: Startable, activity: Startable['activities'][number]) => {
    const { nodeId, name, labels } = activity;
    setBusy(nodeId);
    try {
      await once.run({ from, nodeId }, (commandId) =>
        api.deal.activate.mutate({ id: props.dealId, from, nodeId, commandId }),
      );
      toast({ text: t(texts.activated, { name: labelOf(labels, name) }), tone: 'good' });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(null);
      void queryClient.invalidateQueries({ queryKey: ['deal'] });
      void queryClient.invalidateQueries({ queryKey: ['task'] });
    }
  };
  return (
    <For each={props.startable}>
      {(one) => (
        <div class="deal-tasks__start" role="group" aria-label={labelOf(one.labels, one.name)}>
          <span class="muted">{t(texts.activateIn, { name: labelOf(one.labels, one.name) })}</span>
          <For each={one.activities}>
            {(activity) => (
              <Button
                size="sm"
                icon={<Plus />}
                busy={busy() === activity.nodeId}
                onClick={() => void start(one, activity)}
              >
                {labelOf(activity.labels, activity.name)}
              </Button>
            )}
          </For>
        </div>
      )}
    </For>
  );
}
