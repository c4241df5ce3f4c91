import { createSignal, Show } from 'solid-js';
import { api, keys, useQuery } from '../api/index.ts';
import { queryClient } from '../api/queryClient.ts';
import { t } from '../i18n/index.ts';
import { hasRole } from '../session/index.ts';
import { Button, Dialog, toast, toastError, uiTexts } from '../ui/index.ts';
import { demoTexts as texts } from './texts.ts';

/** Loads the demo team, or removes it again when it is there. Only for those who may: managers and admins. */
export function DemoButton(props: { onlyLoad?: boolean; primary?: boolean }) {
  const [busy, setBusy] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const status = useQuery(() => ({
    queryKey: keys.demo,
    queryFn: () => api.demo.status.query(),
    enabled: hasRole('manager', 'admin'),
  }));
  const loaded = () => !status.isPending && status.data?.loaded === true;
  const run = async (call: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await call();
      await queryClient.invalidateQueries();
      toast({ text: done, tone: 'good' });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <Show when={status.data}>
      <Show
        when={loaded()}
        fallback={
          <Button
            variant={props.primary ? 'primary' : 'secondary'}
            busy={busy()}
            onClick={() => void run(() => api.demo.load.mutate(), t(texts.loaded))}
          >
            {t(texts.load)}
          </Button>
        }
      >
        <Show when={!props.onlyLoad}>
          <Button busy={busy()} onClick={() => setAsking(true)}>
            {t(texts.remove)}
          </Button>
          <Dialog
            open={asking()}
            onOpenChange={setAsking}
            title={t(texts.remove)}
            description={t(texts.confirmRemove)}
            width="sm"
            footer={
              <>
                <Button onClick={() => setAsking(false)}>{t(uiTexts.cancel)}</Button>
                <Button
                  variant="danger"
                  busy={busy()}
                  onClick={() => void run(() => api.demo.remove.mutate(), t(texts.removed))}
                >
                  {t(texts.remove)}
                </Button>
              </>
            }
          />
        </Show>
      </Show>
    </Show>
  );
}
