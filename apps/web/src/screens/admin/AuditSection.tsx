import ScrollText from 'lucide-solid/icons/scroll-text';
import { createMemo, For, Show } from 'solid-js';
import { api, keys, useInfiniteQuery } from '../../api/index.ts';
import { ChangeList } from '../../changes/ChangeList.tsx';
import { isEmpty } from '../../changes/valueText.ts';
import { formatInstant, t } from '../../i18n/index.ts';
import { EmptyState, ErrorState, Panel, scrollByKeyboard, SkeletonRows, MoreButton } from '../../ui/index.ts';
import { actionText } from './actionText.ts';
import { adminTexts as texts } from './texts.ts';

/** A row as it arrives: over JSON, an absent before or after is left out. */
type AuditRow = Awaited<ReturnType<typeof api.audit.list.query>>['rows'][number];

/** Who changed what, when, from what to what; newest first. */
export function AuditSection() {
  const audit = useInfiniteQuery(() => ({
    queryKey: keys.audit,
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.audit.list.query(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  }));
  const rows = createMemo(() => (audit.data?.pages ?? []).flatMap((page) => page.rows));
  return (
    <Panel>
      <Show when={!audit.isPending} fallback={<SkeletonRows rows={8} height="28px" />}>
        <Show
          when={!audit.isError || rows().length > 0}
          fallback={<ErrorState error={audit.error} onRetry={() => void audit.refetch()} />}
        >
          <Show
            when={rows().length > 0}
            fallback={<EmptyState icon={<ScrollText />} title={t(texts.noAudit)} text={t(texts.noAuditText)} />}
          >
            <div class="table-scroll" ref={scrollByKeyboard}>
              <table class="table">
                <thead>
                  <tr>
                    <th>{t(texts.when)}</th>
                    <th>{t(texts.actor)}</th>
                    <th>{t(texts.action)}</th>
                    <th>{t(texts.subject)}</th>
                    <th>{t(texts.details)}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={rows()}>{(row) => <Row row={row} />}</For>
                </tbody>
              </table>
            </div>
            <Show when={audit.hasNextPage}>
              <div class="admin__more">
                <MoreButton list={audit} newestFirst />
              </div>
            </Show>
          </Show>
        </Show>
      </Show>
    </Panel>
  );
}

function Row(props: { row: AuditRow }) {
  const changes = () => props.row.changes.filter((change) => !isEmpty(change.before) || !isEmpty(change.after));
  return (
    <tr class="admin__audit-row">
      <td class="num">{formatInstant(props.row.at)}</td>
      <td>{props.row.actor?.name ?? t(texts.theSystem)}</td>
      <td>{actionText(props.row.action)}</td>
      <td>
        <span class="admin__subject" title={props.row.subjectId}>
          {actionText(props.row.subjectType)}
        </span>
      </td>
      <td>
        <Show when={changes().length > 0} fallback="–">
          <details>
            <summary>{t(texts.details)}</summary>
            <ChangeList changes={changes()} class="admin__change" />
          </details>
        </Show>
      </td>
    </tr>
  );
}
