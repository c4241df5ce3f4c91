import { A, useNavigate, useParams } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createSignal, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { Diagram } from '../../diagram/Diagram.tsx';
import { formatInstant, labelOf, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Badge, Button, Dialog, PageHeader, QueryView, toast, toastError } from '../../ui/index.ts';
import { VersionDecisions } from './decisions/VersionDecisions.tsx';
import { designerTexts as texts } from './texts.ts';
import './designer.css';

/** One deployed version, read-only; a manager can make it the draft again. */
export default function VersionScreen(): JSX.Element {
  const params = useParams<{ id: string; deploymentId: string }>();
  const navigate = useNavigate();
  const [selected, setSelected] = createSignal<string | null>(null);
  const [asking, setAsking] = createSignal(false);
  const version = useQuery(() => ({
    queryKey: keys.version(params.deploymentId),
    queryFn: () => api.model.version.query({ deploymentId: params.deploymentId }),
  }));
  const restore = async (number: number) => {
    try {
      await api.model.restoreDraft.mutate({ deploymentId: params.deploymentId });
      toast({ text: t(texts.restored, { version: number }), tone: 'good' });
      navigate(`/models/${params.id}`);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <QueryView query={version}>
      {(found) => (
        <>
          <PageHeader
            title={labelOf(found().labels, found().name)}
            before={
              <A
                href={`/models/${params.id}`}
                class="button button--ghost button--sm icon-button"
                aria-label={t(texts.toDraft)}
              >
                <ArrowLeft aria-hidden="true" />
              </A>
            }
            actions={
              <Show when={hasRole('manager')}>
                <Button size="sm" onClick={() => setAsking(true)}>
                  {t(texts.restore)}
                </Button>
              </Show>
            }
          >
            <Badge tone="accent">{t(texts.versionN, { version: found().version })}</Badge>
            <Badge>{t(texts.readOnly)}</Badge>
            <span class="muted">
              {t(texts.versionBy, {
                who: found().deployedBy?.name ?? t(texts.someone),
                when: formatInstant(found().deployedAt),
              })}
              {' · '}
              {found().note}
            </span>
          </PageHeader>
          <div class="designer__read">
            <Diagram
              xml={found().xml}
              label={t(texts.canvas, { name: labelOf(found().labels, found().name) })}
              selected={selected()}
              onSelect={setSelected}
              class="designer__read-diagram"
            />
            <VersionDecisions of={{ deploymentId: found().deploymentId }} files={found().decisions} />
          </div>
          <Dialog
            open={asking()}
            onOpenChange={setAsking}
            title={t(texts.restoreTitle, { version: found().version })}
            description={t(texts.restoreText)}
            footer={
              <>
                <Button onClick={() => setAsking(false)}>{t(texts.cancel)}</Button>
                <Button variant="primary" onClick={() => void restore(found().version)}>
                  {t(texts.restore)}
                </Button>
              </>
            }
          />
        </>
      )}
    </QueryView>
  );
}
