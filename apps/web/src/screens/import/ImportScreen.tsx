import type { ImportMapping, ImportPreview } from '@dealwright/api/contract';
import Lock from 'lucide-solid/icons/lock';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { api, keys, messageOf, useQuery } from '../../api/index.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Button, EmptyState, PageHeader, toastError } from '../../ui/index.ts';
import { DirtReport } from './DirtReport.tsx';
import { downloadFindings } from './downloadFindings.ts';
import { FileDrop } from './FileDrop.tsx';
import { FilesPanel } from './FilesPanel.tsx';
import { MappingPanel } from './MappingPanel.tsx';
import { type ReadFile, readFiles } from './readFiles.ts';
import { RunPanel } from './RunPanel.tsx';
import { importTexts as texts } from './texts.ts';
import { TotalsPanel } from './TotalsPanel.tsx';
import './ImportScreen.css';

/** Upload, look at what was found, decide the mapping, run, read the report. */
export default function ImportScreen() {
  const [files, setFiles] = createSignal<readonly ReadFile[]>([]);
  const [preview, setPreview] = createSignal<ImportPreview | null>(null);
  const [mapping, setMapping] = createSignal<ImportMapping | null>(null);
  const [runId, setRunId] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string | null>(null);
  const allowed = () => hasRole('manager', 'admin');
  const latest = useQuery(() => ({
    queryKey: keys.importLatest,
    queryFn: () => api.import.latest.query(),
    enabled: allowed(),
  }));
  const last = () => latest.data ?? null;
  const shownRun = () => runId() ?? (last()?.status === 'running' ? (last()?.runId ?? null) : null);

  const look = async (chosen: File[]) => {
    setBusy(true);
    setError(null);
    try {
      const read = await readFiles(chosen);
      const found = await api.import.preview.mutate({ files: read });
      setFiles(read);
      setMapping(found.mapping);
      setPreview(found);
    } catch (problem) {
      setError(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };
  const run = async () => {
    const chosen = mapping();
    if (!chosen) return;
    setBusy(true);
    try {
      const started = await api.import.run.mutate({
        files: [...files()],
        mapping: { processId: chosen.processId, stages: { ...chosen.stages }, products: { ...chosen.products } },
      });
      setRunId(started.runId);
      restart();
    } catch (problem) {
      toastError(problem);
    } finally {
      setBusy(false);
    }
  };
  const restart = () => {
    setPreview(null);
    setMapping(null);
    setFiles([]);
  };

  return (
    <Show
      when={allowed()}
      fallback={<EmptyState icon={<Lock />} title={t(texts.onlySome)} text={t(texts.onlySomeText)} />}
    >
      <PageHeader
        title={t(texts.title)}
        actions={
          <Show when={preview()}>
            {(found) => (
              <>
                <Button onClick={restart}>{t(texts.restart)}</Button>
                <Button variant="primary" busy={busy()} onClick={() => void run()}>
                  {t(texts.run, { count: found().totals.deals })}
                </Button>
              </>
            )}
          </Show>
        }
      />
      <div class="import">
        <Switch>
          <Match when={preview()}>
            {(found) => (
              <div class="import__stack">
                <TotalsPanel title={t(texts.totals)} totals={found().totals} />
                <DirtReport dirt={found().dirt} onDownload={() => downloadFindings(files())} />
                <Show when={mapping()}>
                  {(chosen) => <MappingPanel proposed={found().mapping} mapping={chosen()} onMapping={setMapping} />}
                </Show>
                <FilesPanel files={found().files} />
              </div>
            )}
          </Match>
          <Match when={shownRun()} keyed>
            {(id) => (
              <RunPanel
                runId={id}
                onAgain={() => {
                  setRunId(null);
                  void latest.refetch();
                }}
              />
            )}
          </Match>
          <Match when={true}>
            <p class="import__intro muted">{t(texts.intro)}</p>
            <FileDrop busy={busy()} error={error()} onFiles={(chosen) => void look(chosen)} />
            <Show when={last()}>
              {(run) => (
                <p class="import__last muted">
                  {t(texts.lastRun, { when: formatInstant(run().startedAt) })}{' '}
                  <Button size="sm" variant="ghost" onClick={() => setRunId(run().runId)}>
                    {t(texts.totalsDone)}
                  </Button>
                </p>
              )}
            </Show>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}
