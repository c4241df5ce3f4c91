import { createMemo, For, Show } from 'solid-js';
import { api, keys, useInfiniteQuery } from '../../api/index.ts';
import { ChangeList } from '../../changes/ChangeList.tsx';
import { formatInstant, labelOf, t, type Text } from '../../i18n/index.ts';
import { ErrorState, Panel, SkeletonRows, MoreButton, turnName } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

/** An entry as it arrives: over JSON, an absent before or after is left out. */
type TimelineEntry = Awaited<ReturnType<typeof api.deal.timeline.query>>['rows'][number];

const KIND_TEXTS = {
  started: texts.kindStarted,
  stage: texts.kindStage,
  task: texts.kindTask,
  event: texts.kindEvent,
  changed: texts.kindChanged,
  moved: texts.kindMoved,
  incident: texts.kindIncident,
  skipped: texts.kindSkipped,
  escalated: texts.kindEscalated,
  compensated: texts.kindCompensated,
  cancelled: texts.kindCancelled,
  imported: texts.kindImported,
  ended: texts.kindEnded,
} as const;

/** The same where no person did it: a timer, an import, the process itself. */
const ALONE_TEXTS: Partial<Record<TimelineEntry['kind'], Text>> = {
  started: texts.kindStartedAlone,
  task: texts.kindTaskAlone,
  changed: texts.kindChangedAlone,
};

/** What happened with the deal, newest first. */
export function Timeline(props: { dealId: string; onSelect: (elementId: string) => void }) {
  const timeline = useInfiniteQuery(() => ({
    queryKey: keys.timeline(props.dealId),
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.deal.timeline.query({ id: props.dealId, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  }));
  const entries = createMemo(() => (timeline.data?.pages ?? []).flatMap((page) => page.rows));
  return (
    <Panel title={t(texts.timeline)}>
      <Show when={!timeline.isPending} fallback={<SkeletonRows rows={5} height="32px" />}>
        <Show
          when={!timeline.isError || entries().length > 0}
          fallback={<ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />}
        >
          <ol class="timeline">
            <For each={entries()} fallback={<li class="muted">{t(texts.noTimeline)}</li>}>
              {(entry) => <Entry entry={entry} onSelect={props.onSelect} />}
            </For>
          </ol>
          <Show when={timeline.hasNextPage}>
            <div class="timeline__more">
              <MoreButton list={timeline} newestFirst />
            </div>
          </Show>
        </Show>
      </Show>
    </Panel>
  );
}

function Entry(props: { entry: TimelineEntry; onSelect: (elementId: string) => void }) {
  const sentence = () =>
    t((props.entry.actor === null ? ALONE_TEXTS[props.entry.kind] : undefined) ?? KIND_TEXTS[props.entry.kind], {
      who: props.entry.actor?.name ?? '',
      name: turnName(labelOf(props.entry.labels, props.entry.name), props.entry),
    });
  return (
    <li class={`timeline__entry timeline__entry--${props.entry.kind}`}>
      <span class="timeline__mark" aria-hidden="true" />
      <div class="timeline__body">
        <Show when={props.entry.elementId} fallback={<p class="timeline__text">{sentence()}</p>}>
          {(elementId) => (
            <button type="button" class="timeline__text timeline__link" onClick={() => props.onSelect(elementId())}>
              {sentence()}
            </button>
          )}
        </Show>
        <ChangeList changes={props.entry.changes} class="timeline__changes" />
        <time class="timeline__time" dateTime={props.entry.at}>
          {formatInstant(props.entry.at)}
        </time>
      </div>
    </li>
  );
}
