import type { Labels } from '@dealwright/bpmn';
import { type EntityManager, type Parameter, query } from '@dealwright/store';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { DEAL_STATUS_SQL, DEAL_STATUSES, type DealStatus } from '../deals/dealStatus.ts';
import { narrow, ownersOf } from '../DealScope.ts';
import { likePattern } from '../likePattern.ts';
import type { Page } from '../Page.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { dealCards } from './dealCards.ts';
import type { Board, BoardColumn, BoardRequest, DealCard } from './DealCard.ts';
import { openProcesses } from './openProcesses.ts';

/** Cards shown in a column before "more" is asked for. */
export const COLUMN_CARDS = 30;

const STATUS_LABELS: Readonly<Record<DealStatus, Labels>> = {
  open: { en: 'No stage', zh: '无阶段' },
  won: { en: 'Won', zh: '赢单' },
  lost: { en: 'Lost', zh: '输单' },
  ended: { en: 'Ended otherwise', zh: '其他结束' },
};

/**
 * The pipeline of one process: for open deals a column for each stage of the latest version, in its order, then one
 * for deals that stand at no stage or at one that only an older version has; for closed deals a single column. Sums
 * are of deals in the board's currency, the one that most deals have; sums across currencies would mean nothing.
 */
export async function board(deps: ReadDeps, viewer: Viewer, request: BoardRequest): Promise<Board> {
  const em = deps.em();
  const processes = await openProcesses(em, viewer.scope);
  const chosen = processes.find((one) => one.processId === request.processId) ?? processes[0];
  const list = processes.map(({ processId, name, labels, openDeals }) => ({ processId, name, labels, openDeals }));
  const empty = Object.fromEntries(DEAL_STATUSES.map((status) => [status, { count: 0, value: 0 }])) as Board['totals'];
  if (!chosen) return { processes: list, processId: null, currency: 'USD', columns: [], totals: empty };
  const filter = filterOf(viewer, request, chosen.processId);
  const currency = await currencyOf(em, filter);
  const groups = await groupSums(em, filter, currency);
  const totals = { ...empty };
  for (const { status, count, sum } of groups)
    totals[status] = { count: totals[status].count + count, value: totals[status].value + sum };
  const tops = await topCards(em, filter, request.status);
  const cards = new Map(
    (
      await dealCards(
        em,
        deps,
        tops.filter((top) => top.rank <= COLUMN_CARDS).map((top) => top.id),
      )
    ).map((card) => [card.id, card]),
  );
  const column = (stage: string | null, labels: Labels): BoardColumn => {
    const counted = groups.filter((group) => group.status === request.status && group.stage === stage);
    const own = tops.filter((top) => top.stage === stage);
    const last = own.length > COLUMN_CARDS ? own[COLUMN_CARDS - 1] : undefined;
    return {
      stage,
      labels,
      count: counted.reduce((sum, group) => sum + group.count, 0),
      sum: counted.reduce((sum, group) => sum + group.sum, 0),
      cards: own.slice(0, COLUMN_CARDS).flatMap((top) => cards.get(top.id) ?? []),
      cursor: last ? encodeCursor([last.sort, last.id]) : null,
    };
  };
  const stages = request.status === 'open' ? (await deps.graph(chosen.deploymentId)).stages : [];
  const known = new Set<string | null>(stages.map((stage) => stage.id));
  const others = [...new Set(groups.filter((group) => group.status === request.status).map((group) => group.stage))];
  const columns = [
    ...stages.map((stage) => column(stage.id, stage.labels)),
    ...others
      .filter((stage) => !known.has(stage))
      .map((stage) => column(stage, stage === null ? STATUS_LABELS[request.status] : { en: stage, zh: stage })),
  ];
  return { processes: list, processId: chosen.processId, currency, columns, totals };
}

/** More cards of one column. */
export async function boardColumn(
  deps: ReadDeps,
  viewer: Viewer,
  request: BoardRequest & { readonly stage: string | null; readonly cursor?: string | undefined },
): Promise<Page<DealCard>> {
  const em = deps.em();
  const processId = request.processId ?? (await openProcesses(em, viewer.scope))[0]?.processId;
  if (processId === undefined) return { rows: [], cursor: null };
  const filter = filterOf(viewer, request, processId);
  const [sort, id] = request.cursor === undefined ? ['Infinity', ''] : decodeCursor(request.cursor, 2);
  const keys = await query<{ sort: number; id: string }>(
    em,
    `select sort, id from (${dealsSql(request.status)}) found
     where stage is not distinct from $5::text and (sort < $6::float8 or (sort = $6::float8 and id > $7))
     order by sort desc, id limit $8`,
    [
      ...filter,
      request.status,
      request.status === 'open' ? request.stage : null,
      Number(sort),
      String(id),
      COLUMN_CARDS + 1,
    ],
  );
  const shown = keys.slice(0, COLUMN_CARDS);
  const last = keys.length > COLUMN_CARDS ? shown.at(-1) : undefined;
  const rows = await dealCards(
    em,
    deps,
    shown.map((key) => key.id),
  );
  return { rows, cursor: last ? encodeCursor([last.sort, last.id]) : null };
}

/** process, owners, pattern: the first parameters of every statement here */
type Filter = readonly [Parameter, Parameter, Parameter];

function filterOf(viewer: Viewer, request: BoardRequest, processId: string): Filter {
  return [processId, ownersOf(narrow(viewer.scope, request.ownerId)), likePattern(request.search)];
}

const FROM = `
  from deal d join instance i on i.id = d.instance_id left join account a on a.id = d.account_id
  where i.process_id = $1 and ($2::text[] is null or d.owner_id = any($2))
    and ($3::text is null or d.name ilike $3 or a.name ilike $3)`;

/** Open deals stand by value, most first; closed ones by when they ended, latest first, and in a single column. */
function dealsSql(status: DealStatus): string {
  const open = status === 'open';
  return `select d.id, ${open ? 'i.stage' : 'null::text as stage'},
      ${open ? 'coalesce(d.value, -1)::float8' : 'extract(epoch from i.ended_at)::float8'} as sort
    ${FROM} and ${DEAL_STATUS_SQL} = $4`;
}

async function currencyOf(em: EntityManager, filter: Filter): Promise<string> {
  const rows = await query<{ currency: string | null }>(
    em,
    `select mode() within group (order by d.currency) as currency ${FROM}`,
    filter,
  );
  return rows[0]?.currency ?? 'USD';
}

interface GroupSum {
  readonly status: DealStatus;
  readonly stage: string | null;
  readonly count: number;
  readonly sum: number;
}

function groupSums(em: EntityManager, filter: Filter, currency: string): Promise<GroupSum[]> {
  return query<GroupSum>(
    em,
    `select ${DEAL_STATUS_SQL} as status, case when i.status = 'active' then i.stage end as stage, count(*) as count,
            coalesce(sum(coalesce(d.close_value, d.value)) filter (where d.currency = $4), 0) as sum
     ${FROM} group by 1, 2`,
    [...filter, currency],
  );
}

interface TopCard {
  readonly id: string;
  readonly stage: string | null;
  readonly sort: number;
  readonly rank: number;
}

function topCards(em: EntityManager, filter: Filter, status: DealStatus): Promise<TopCard[]> {
  return query<TopCard>(
    em,
    `select id, stage, sort, rank from (
       select id, stage, sort, row_number() over (partition by stage order by sort desc, id) as rank
       from (${dealsSql(status)}) found) ranked
     where rank <= $5 order by stage, rank`,
    [...filter, status, COLUMN_CARDS + 1],
  );
}
