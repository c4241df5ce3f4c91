import Plus from 'lucide-solid/icons/plus';
import Workflow from 'lucide-solid/icons/workflow';
import { createSignal, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Button, EmptyState, PageHeader, QueryView } from '../../ui/index.ts';
import { CreateModelDialog } from './CreateModelDialog.tsx';
import { ModelTable } from './ModelTable.tsx';
import { modelsTexts as texts } from './texts.ts';
import './models.css';

/** All processes: what is at work, what is being drawn, and how to begin a new one. */
export default function ModelsScreen(): JSX.Element {
  const [creating, setCreating] = createSignal(false);
  const models = useQuery(() => ({ queryKey: keys.models, queryFn: () => api.model.list.query() }));
  // The empty list has its own button: one and the same action is not offered twice.
  const empty = () => models.isSuccess && models.data.length === 0;
  const createButton = () => (
    <Show when={hasRole('manager')}>
      <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
        {t(texts.create)}
      </Button>
    </Show>
  );
  return (
    <>
      <PageHeader title={t(texts.title)} actions={<Show when={!empty()}>{createButton()}</Show>} />
      <div class="models">
        <QueryView query={models}>
          {(found) => (
            <Show
              when={found().length > 0}
              fallback={
                <EmptyState
                  icon={<Workflow />}
                  title={t(texts.emptyTitle)}
                  text={t(hasRole('manager') ? texts.emptyText : texts.emptyRep)}
                  action={createButton()}
                />
              }
            >
              <ModelTable models={found()} />
            </Show>
          )}
        </QueryView>
      </div>
      <Show when={creating()}>
        <CreateModelDialog onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}
