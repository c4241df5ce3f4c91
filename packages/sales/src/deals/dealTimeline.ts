import type { ProcessGraph } from '@dealwright/bpmn';
import { type EntityManager, query, queryOne } from '@dealwright/store';
import { decodeCursor, pageOf } from '../cursor.ts';
import { changesOf, withNames } from './changes.ts';
import { DEAL_FIELDS } from './dealFields.ts';
import { ownersOf } from '../DealScope.ts';
import type { Page } from '../Page.ts';
import type { PersonRef } from '../people/Person.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { nodeFacts } from '../nodeFacts.ts';
import { historyEntries, type HistoryRow, NO_TURN } from './historyEntries.ts';
import type { Change, TimelineEntry } from './TimelineEntry.ts';
import { dealNotFound } from './updateDeal.ts';

const PAGE = 50;

/**
 * What happened to a deal, newest first: the instance's history and the changes that the audit trail tells of. A task
 * and what was written in it are one entry. Throws `not-found`, also for a deal outside the viewer's scope.
 */
export async function dealTimeline(
  deps: ReadDeps,
  viewer: Viewer,
  request: { readonly id: string; readonly cursor?: string | undefined },
): Promise<Page<TimelineEntry>> {
  const em = deps.em();
  const deal = await queryOne<{ instanceId: string; deploymentId: string }>(
    em,
    `select d.instance_id as "instanceId", i.deployment_id as "deploymentId"
     from deal d join instance i on i.id = d.instance_id
     where d.id = $1 and ($2::text[] is null or d.owner_id = any($2))`,
    [request.id, ownersOf(viewer.scope)],
  );
  if (!deal) throw dealNotFound();
  const graph = await deps.graph(deal.deploymentId);
  const history = historyEntries(graph, await historyOf(em, deal.instanceId));
  const entries = withAudit(graph, history, await auditOf(em, request.id)).toReversed();
  const from = request.cursor === undefined ? 0 : entries.findIndex((entry) => entry.key === keyOf(request.cursor)) + 1;
  const page = pageOf(entries.slice(from, from + PAGE + 1), PAGE, (entry) => [entry.key]);
  const changes = await withNames(
    em,
    page.rows.map((entry) => entry.changes),
  );
  return { ...page, rows: page.rows.map((entry, at) => ({ ...entry, changes: changes[at] ?? [] })) };
}

function keyOf(cursor: string | undefined): string {
  return String(decodeCursor(cursor ?? '', 1)[0]);
}

type ActorColumns = { readonly actorId: string | null; readonly actorName: string | null };

function actorOf({ actorId, actorName }: ActorColumns): PersonRef | null {
  return actorId === null ? null : { id: actorId, name: actorName ?? '' };
}

async function historyOf(em: EntityManager, instanceId: string): Promise<HistoryRow[]> {
  const rows = await query<Omit<HistoryRow, 'actor'> & ActorColumns>(
    em,
    `select h.seq, h.type, h.element_id as "elementId", h.token, h.at, h.detail->'variables' as variables,
            h.type = 'leave' and h.detail->'skipped' is not null as skipped,
            h.actor_id as "actorId", p.name as "actorName", t.turn, t.item
     from history h left join person p on p.id = h.actor_id
       left join task t on t.id = h.instance_id || ':' || h.token
     where h.instance_id = $1 and h.type <> 'take' order by h.seq`,
    [instanceId],
  );
  return rows.map((row) => ({ ...row, actor: actorOf(row) }));
}

interface AuditRow extends ActorColumns {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

function auditOf(em: EntityManager, dealId: string): Promise<AuditRow[]> {
  return query<AuditRow>(
    em,
    `select a.id, a.at, a.action, a.before, a.after, a.actor_id as "actorId", p.name as "actorName"
     from audit a left join person p on p.id = a.actor_id
     where a.subject_type = 'deal' and a.subject_id = $1 order by a.at, a.id`,
    [dealId],
  );
}

/**
 * Oldest first. What a task's form changed of the deal gets its "before" from the audit trail, which knows the task by
 * its element and its moment.
 */
function withAudit(
  graph: ProcessGraph,
  history: readonly TimelineEntry[],
  audit: readonly AuditRow[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [...history];
  for (const row of audit) {
    const { nodeId, ...after } = row.after ?? {};
    if (row.action === 'deal.task') {
      const at = entries.findLastIndex(
        (entry) => entry.kind === 'task' && entry.elementId === nodeId && entry.at === row.at,
      );
      const task = entries[at];
      if (task) entries[at] = { ...task, changes: withBefore(task.changes, row.before ?? {}) };
      continue;
    }
    if (row.action === 'deal.move') {
      entries.push(movedEntry(graph, row));
      continue;
    }
    const kind = row.action === 'deal.import' ? 'imported' : row.action === 'deal.update' ? 'changed' : null;
    if (kind === null) continue;
    const base = {
      key: `a${row.id}`,
      at: row.at,
      actor: actorOf(row),
      elementId: null,
      name: '',
      labels: {},
      ...NO_TURN,
    };
    entries.push({ ...base, kind, changes: changesOf(row.before ?? {}, after) });
  }
  // a stable sort keeps the order of what happened in the same moment
  return entries.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Moved by hand: to which element, and why. */
function movedEntry(graph: ProcessGraph, row: AuditRow): TimelineEntry {
  const nodeId = row.after?.['nodeId'];
  const elementId = typeof nodeId === 'string' ? nodeId : '';
  const { name, labels } = nodeFacts(graph, elementId);
  const reason = { field: 'reason', labels: {}, options: {}, before: null, after: row.after?.['reason'] ?? null };
  return {
    key: `a${row.id}`,
    at: row.at,
    kind: 'moved',
    actor: actorOf(row),
    elementId,
    name,
    labels,
    ...NO_TURN,
    changes: [reason],
  };
}

function withBefore(changes: readonly Change[], before: Readonly<Record<string, unknown>>): Change[] {
  return changes.map((change) => {
    const field = DEAL_FIELDS.find((one) => one.formKey === change.field);
    return field && field.name in before ? { ...change, before: before[field.name] } : change;
  });
}
