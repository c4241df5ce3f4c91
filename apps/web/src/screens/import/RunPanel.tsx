import type { ImportStatus, LiveChange } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import { createSignal, onCleanup, Show } from 'solid-js';
import { api, keys, onLiveChange, useQuery } from '../../api/index.ts';
import { formatNumber, language, t } from '../../i18n/index.ts';
import { Button, Panel, ProgressBar, QueryView, uiTexts } from '../../ui/index.ts';
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
    <QueryView
      query={status}
      skeleton={
        <Panel title={t(texts.running)}>
          <div class="panel__body import__run">
            <Running done={live()?.done ?? 0} total={live()?.total ?? null} />
          </div>
        </Panel>
      }
    >
      {(run) => (
        <div class="import__stack">
          <Panel title={t(titleOf(run()))}>
            <div class="panel__body import__run" role="status">
              <Show when={run().status === 'running'}>
                <Running done={done(run())} total={run().total} />
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
                <p class="field__error">{run().report?.error?.[language()]}</p>
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

/** How far it is; before the first answer the total is not known yet. */
function Running(props: { done: number; total: number | null }) {
  return (
    <>
      <ProgressBar label={t(texts.running)} value={props.total ? props.done / props.total : 0} />
      <p class="num">
        <Show when={props.total} fallback={t(uiTexts.loading)}>
          {(total) => t(texts.progress, { done: formatNumber(props.done), total: formatNumber(total()) })}
        </Show>
      </p>
      <p class="muted">{t(texts.runningHint)}</p>
    </>
  );
}

function titleOf(run: ImportStatus) {
  return { running: texts.running, done: texts.finished, failed: texts.failed }[run.status];
}

function secondsOf(run: ImportStatus): number {
  const end = run.endedAt === null ? Date.now() : Date.parse(run.endedAt);
  return Math.max(1, Math.round((end - Date.parse(run.startedAt)) / 1000));
}
