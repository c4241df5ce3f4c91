import type { BoardColumn, DealStatus } from '@dealwright/api/contract';
import { useLocation, useSearchParams } from '@solidjs/router';
import { keepPreviousData } from '@tanstack/solid-query';
import Columns from 'lucide-solid/icons/square-kanban';
import List from 'lucide-solid/icons/list';
import Plus from 'lucide-solid/icons/plus';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Button, PageHeader, QueryView, SearchInput, Select, Tabs, toastError, useShortcuts } from '../../ui/index.ts';
import { Board } from './Board.tsx';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { DealTable } from './DealTable.tsx';
import { rememberPipeline } from './lastAddress.ts';
import { NoDeals, NoProcess } from './PipelineEmpty.tsx';
import { type MoreCards, withMore } from './moreCards.ts';
import { StartDealDialog } from './StartDealDialog.tsx';
import { pipelineTexts as texts } from './texts.ts';
import { ViewToggle } from './ViewToggle.tsx';
import './PipelineScreen.css';

const STATUSES = ['open', 'won', 'lost', 'ended'] as const satisfies readonly DealStatus[];
type Params = { process?: string; owner?: string; q?: string; status?: string; as?: string; start?: string };

/** The deals of a process by stage; the filter stands in the address. */
export default function PipelineScreen() {
  const [params, setParams] = useSearchParams<Params>();
  const location = useLocation();
  createEffect(() => rememberPipeline(params.start ? '' : location.search));
  const [more, setMore] = createSignal<ReadonlyMap<string | null, MoreCards>>(new Map());
  const [loading, setLoading] = createSignal<string | null | undefined>(undefined);
  let searchField: HTMLInputElement | undefined;
  const status = (): DealStatus => STATUSES.find((name) => name === params.status) ?? 'open';
  const filter = createMemo(() => ({
    status: status(),
    ...(params.process ? { processId: params.process } : {}),
    ...(params.owner ? { ownerId: params.owner } : {}),
    ...(params.q ? { search: params.q } : {}),
  }));
  createEffect(on(filter, () => setMore(new Map()), { defer: true }));
  const board = useQuery(() => ({
    queryKey: keys.board(filter()),
    queryFn: () => api.deal.board.query(filter()),
    placeholderData: keepPreviousData,
  }));
  const lookups = useQuery(() => ({ queryKey: keys.lookups, queryFn: () => api.deal.lookups.query() }));
  const people = () => lookups.data?.people ?? [];
  const known = () => board.data;
  const columns = createMemo(() =>
    (known()?.columns ?? []).map((column) => withMore(column, more().get(column.stage))),
  );
  const hasCards = () => columns().some((column) => column.cards.length > 0);
  const filtered = () => Boolean(params.owner ?? params.q);
  const asList = () => params.as === 'list' || status() !== 'open';

  const loadMore = async (column: BoardColumn) => {
    if (column.cursor === null) return;
    setLoading(column.stage);
    try {
      const page = await api.deal.column.query({ ...filter(), stage: column.stage, cursor: column.cursor });
      const before = more().get(column.stage)?.cards ?? [];
      setMore(new Map(more()).set(column.stage, { cards: [...before, ...page.rows], cursor: page.cursor }));
    } catch (error) {
      toastError(error);
    } finally {
      setLoading(undefined);
    }
  };
  const canStart = () => hasRole('rep', 'manager') && (known()?.processes.length ?? 0) > 0;
  useShortcuts(() => ({
    '/': () => searchField?.focus(),
    ...(canStart() ? { n: () => setParams({ start: '1' }) } : {}),
  }));

  return (
    <div class="pipeline" classList={{ 'pipeline--stale': board.isPlaceholderData }}>
      <PageHeader
        title={t(texts.title)}
        actions={
          <Show when={canStart()}>
            <Button variant="primary" icon={<Plus />} onClick={() => setParams({ start: '1' })}>
              {t(texts.start)}
            </Button>
          </Show>
        }
      >
        <Show when={(known()?.processes.length ?? 0) > 0}>
          <Select
            compact
            class="input--inline"
            aria-label={t(texts.process)}
            value={params.process ?? known()?.processId ?? ''}
            options={(known()?.processes ?? []).map((entry) => ({
              value: entry.processId,
              label: labelOf(entry.labels, entry.name),
            }))}
            onValue={(value) => setParams({ process: value })}
          />
        </Show>
        <Show when={hasRole('manager', 'admin') && people().length > 1}>
          <Select
            compact
            class="input--inline"
            aria-label={t(texts.owner)}
            value={params.owner ?? ''}
            placeholder={t(texts.allOwners)}
            options={people().map((person) => ({ value: person.id, label: person.name }))}
            onValue={(value) => setParams({ owner: value || null })}
          />
        </Show>
        <SearchInput
          label={t(texts.search)}
          value={params.q ?? ''}
          onValue={(value) => setParams({ q: value || null })}
          ref={(input) => (searchField = input)}
        />
      </PageHeader>
      <div class="pipeline__tabs">
        <Tabs
          label={t(texts.status)}
          value={status()}
          onValue={(value) => setParams({ status: value === 'open' ? null : value })}
          items={STATUSES.map((name) => ({ value: name, label: t(texts[name]), count: known()?.totals[name].count }))}
        />
        <Show when={status() === 'open'}>
          <ViewToggle
            label={t(texts.show)}
            value={asList() ? 'list' : 'board'}
            onValue={(value) => setParams({ as: value === 'list' ? 'list' : null })}
            options={[
              { value: 'board', label: t(texts.board), icon: <Columns /> },
              { value: 'list', label: t(texts.list), icon: <List /> },
            ]}
          />
        </Show>
      </div>
      <QueryView query={board} skeleton={<BoardSkeleton />}>
        {(data) => (
          <Show when={data().processes.length > 0} fallback={<NoProcess />}>
            <Show
              when={
                hasCards() || (status() === 'open' && !filtered() && columns().length > 0 && known()?.totals.open.count)
              }
              fallback={
                <NoDeals
                  open={status() === 'open'}
                  filtered={filtered()}
                  canStart={canStart()}
                  onClear={() => setParams({ owner: null, q: null })}
                  onStart={() => setParams({ start: '1' })}
                />
              }
            >
              <Show
                when={asList()}
                fallback={
                  <Board
                    columns={columns()}
                    currency={data().currency}
                    loading={loading()}
                    onMore={(column) => void loadMore(column)}
                  />
                }
              >
                <DealTable
                  columns={columns()}
                  closed={status() !== 'open'}
                  loading={loading()}
                  onMore={(column) => void loadMore(column)}
                />
              </Show>
            </Show>
          </Show>
        )}
      </QueryView>
      <Show when={params.start === '1'}>
        <StartDealDialog
          open
          onOpenChange={(open) => setParams({ start: open ? '1' : null })}
          processId={params.process ?? known()?.processId ?? null}
          currency={known()?.currency ?? 'USD'}
        />
      </Show>
    </div>
  );
}
