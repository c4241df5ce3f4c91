import type { ImportStatus, LiveChange } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, onCleanup, Show } from 'solid-js';
import { api, keys, onLiveChange } from '../../api/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { Button, Panel, ProgressBar, QueryView } from '../../ui/index.ts';
import { DirtReport } from './DirtReport.tsx';
import { importTexts as texts } from './texts.ts';
import { TotalsPanel } from './TotalsPanel.tsx';

type Progress = Extract<LiveChange, { kind: 'import' }>;

/** Asked for again this often while it runs, should the event stream be cut off. */
const ASK_MS = 2000;

/** One run of the import: its progress as it comes, then its report. */
export function RunPanel(props: { runId: string; onAgain: () => void }) {
  const [live, setLive] = createSignal<Progress | null>(null);
  const status = useQuery(() => ({
    queryKey: keys.importStatus(props.runId),
    queryFn: () => api.import.status.query({ runId: props.runId }),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? ASK_MS : false),
  }));
  onCleanup(
    onLiveChange((change) => {
      if (change.kind === 'import' && change.runId === props.runId) setLive(change);
    }),
  );
  const done = (run: ImportStatus) => Math.max(run.done, live()?.done ?? 0);
  return (
    <QueryView query={status}>
      {(run) => (
        <div class="import__stack">
          <Panel title={t(titleOf(run()))}>
            <div class="panel__body import__run" role="status">
              <Show when={run().status === 'running'}>
                <ProgressBar label={t(texts.running)} value={run().total === 0 ? 0 : done(run()) / run().total} />
                <p class="num">
                  {t(texts.progress, { done: formatNumber(done(run())), total: formatNumber(run().total) })}
                </p>
                <p class="muted">{t(texts.runningHint)}</p>
              </Show>
              <Show when={run().status === 'done' && run().report}>
                {(report) => (
                  <p>
                    {t(texts.finishedText, {
                      created: report().created,
                      unchanged: report().unchanged,
                      time: t(texts.seconds, { count: secondsOf(run()) }),
                    })}
                  </p>
                )}
              </Show>
              <Show when={run().status === 'failed'}>
                <p class="field__error">{run().report?.error}</p>
              </Show>
              <Show when={run().status !== 'running'}>
                <div class="import__actions">
                  <A class="button button--primary button--md" href="/pipeline">
                    {t(texts.toPipeline)}
                  </A>
                  <Button onClick={() => props.onAgain()}>{t(texts.again)}</Button>
                </div>
              </Show>
            </div>
          </Panel>
          <Show when={run().report}>
            {(report) => (
              <>
                <TotalsPanel title={t(texts.totalsDone)} totals={report().totals} />
                <DirtReport dirt={report().dirt} />
              </>
            )}
          </Show>
        </div>
      )}
    </QueryView>
  );
}

function titleOf(run: ImportStatus) {
  return { running: texts.running, done: texts.finished, failed: texts.failed }[run.status];
}

function secondsOf(run: ImportStatus): number {
  const end = run.endedAt === null ? Date.now() : Date.parse(run.endedAt);
  return Math.max(1, Math.round((end - Date.parse(run.startedAt)) / 1000));
}
