import type { CompleteResult, TaskView } from '@dealwright/api/contract';
import { useNavigate, useSearchParams } from '@solidjs/router';
import MousePointer from 'lucide-solid/icons/mouse-pointer-click';
import { createMemo, Show } from 'solid-js';
import { api, keys, useInfiniteQuery, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import {
  EmptyState,
  ErrorState,
  SearchInput,
  Select,
  SkeletonRows,
  Tabs,
  useShortcuts,
  MoreButton,
} from '../../ui/index.ts';
import { whenSeen } from './whenSeen.ts';
import { nextTask } from './nextTask.ts';
import { OpenTask } from './OpenTask.tsx';
import { TaskList } from './TaskList.tsx';
import { worklistTexts as texts } from './texts.ts';
import { WorklistEmpty } from './WorklistEmpty.tsx';
import './WorklistScreen.css';

const VIEWS = ['mine', 'unclaimed', 'overdue', 'team', 'done'] as const satisfies readonly TaskView[];
/** The server counts no further: a longer list is told by its length, not by its exact number. */
const COUNT_LIMIT = 1000;
type Params = { view?: string; process?: string; q?: string; task?: string };

/** A rep's day: the list on the left, the task on the right; everything that narrows it stands in the address. */
export default function WorklistScreen() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams<Params>();
  let searchField: HTMLInputElement | undefined;
  let focusForm: () => void = () => {};
  const view = (): TaskView => VIEWS.find((name) => name === params.view) ?? 'mine';
  const selected = () => params.task ?? null;
  const filtered = () => Boolean(params.process ?? params.q);

  const counts = useQuery(() => ({ queryKey: keys.taskCounts, queryFn: () => api.task.counts.query() }));
  const lookups = useQuery(() => ({ queryKey: keys.lookups, queryFn: () => api.deal.lookups.query() }));
  const list = useInfiniteQuery(() => ({
    queryKey: keys.tasks(view(), params.process, params.q),
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      api.task.list.query({
        view: view(),
        ...(params.process ? { processId: params.process } : {}),
        ...(params.q ? { search: params.q } : {}),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  }));
  const rows = createMemo(() => (list.data?.pages ?? []).flatMap((page) => page.rows));

  const hrefOf = (id: string) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...params, task: id })) if (value) query.set(name, value);
    return `/worklist?${query.toString()}`;
  };
  const step = (by: number) => {
    const index = rows().findIndex((row) => row.id === selected());
    const next = rows()[index === -1 ? 0 : index + by];
    if (by > 0 && index >= rows().length - 2 && list.hasNextPage) void list.fetchNextPage();
    if (!next) return;
    navigate(hrefOf(next.id), { replace: true, scroll: false });
    document.querySelector(`[data-task="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onCompleted = (result: CompleteResult) => {
    const next = selected() === null ? null : nextTask(rows(), selected() ?? '', result);
    setParams({ task: next }, { replace: true });
    void queryClient.invalidateQueries({ queryKey: ['task'] });
    void queryClient.invalidateQueries({ queryKey: ['deal'] });
  };
  useShortcuts(() => ({
    j: () => step(1),
    k: () => step(-1),
    enter: () => focusForm(),
    '/': () => searchField?.focus(),
  }));
  const count = (name: TaskView) => (name === 'done' ? undefined : counts.data?.[name]);
  const processOptions = () =>
    (lookups.data?.processes ?? []).map((process) => ({
      value: process.processId,
      label: labelOf(process.labels, process.name),
    }));

  return (
    <div class="worklist" classList={{ 'worklist--task-open': selected() !== null }}>
      <section class="worklist__list" aria-label={t(texts.tasks)}>
        <h1 class="visually-hidden">{t(texts.title)}</h1>
        <div class="worklist__tabs">
          <Tabs
            label={t(texts.views)}
            value={view()}
            onValue={(value) => setParams({ view: value, task: null })}
            items={VIEWS.map((name) => ({
              value: name,
              label: t(texts[name]),
              count: count(name),
              countLimit: COUNT_LIMIT,
              ...(name === 'overdue' ? { tone: 'bad' as const } : {}),
            }))}
          />
        </div>
        <div class="worklist__filter">
          <SearchInput
            label={t(texts.search)}
            value={params.q ?? ''}
            onValue={(value) => setParams({ q: value || null })}
            ref={(input) => (searchField = input)}
          />
          <Show when={processOptions().length > 1}>
            <Select
              compact
              class="input--inline"
              aria-label={t(texts.process)}
              value={params.process ?? ''}
              placeholder={t(texts.allProcesses)}
              options={processOptions()}
              onValue={(value) => setParams({ process: value || null })}
            />
          </Show>
        </div>
        <div class="worklist__rows">
          <Show when={!list.isPending} fallback={<SkeletonRows rows={9} height="46px" />}>
            <Show
              when={!list.isError || rows().length > 0}
              fallback={<ErrorState error={list.error} onRetry={() => void list.refetch()} />}
            >
              <Show
                when={rows().length > 0}
                fallback={
                  <WorklistEmpty
                    view={view()}
                    filtered={filtered()}
                    unclaimed={count('unclaimed') ?? 0}
                    onClear={() => setParams({ q: null, process: null })}
                    onUnclaimed={() => setParams({ view: 'unclaimed', task: null })}
                  />
                }
              >
                <TaskList view={view()} rows={rows()} more={list.hasNextPage} selected={selected()} href={hrefOf} />
                <Show when={list.hasNextPage}>
                  <div class="worklist__more" ref={whenSeen(() => void list.fetchNextPage())}>
                    <MoreButton list={list} />
                  </div>
                </Show>
              </Show>
            </Show>
          </Show>
        </div>
      </section>
      <section class="worklist__task">
        <Show
          when={selected()}
          keyed
          fallback={<EmptyState icon={<MousePointer />} title={t(texts.pickTask)} text={t(texts.pickTaskText)} />}
        >
          {(id) => (
            <OpenTask
              id={id}
              onBack={() => setParams({ task: null })}
              onCompleted={onCompleted}
              registerFocus={(focus) => (focusForm = focus)}
            />
          )}
        </Show>
      </section>
    </div>
  );
}
