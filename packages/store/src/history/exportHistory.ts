import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Parameter, query } from '../query.ts';

/** What an export is of: the instances that `chooseLeaving` has named, or all that ended before a time (ISO 8601). */
export type Exported = 'leaving' | { readonly endedBefore: string; readonly processId: string | null };

export interface ExportOptions {
  readonly what: Exported;
  /** entries of the audit trail before that, ISO 8601; null: none */
  readonly auditBefore: string | null;
  /** ISO 8601 */
  readonly at: string;
}

const INSTANCES = 200;
const ENTRIES = 2_000;

/**
 * History as lines of JSON, some hundred a piece: one that says what it is, one for each instance (its row, the id of
 * its deal, its steps, closed tasks and incidents, with the names of the tables' columns), one for each entry of the
 * audit trail, and one that says that this is all: `{"end": true, "instances": 12, "audit": 3}`. What has ended changes
 * no more, so that others may go on writing.
 */
export async function* exportHistory(em: SqlEntityManager, options: ExportOptions): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'dealwright-history', version: 1, madeAt: options.at })}\n`;
  let instances = 0;
  for await (const lines of pages(em, INSTANCES, instancesSql(options.what))) {
    instances += lines.length;
    yield `${lines.join('\n')}\n`;
  }
  let audit = 0;
  const { auditBefore } = options;
  if (auditBefore !== null)
    for await (const lines of pages(em, ENTRIES, auditSql(auditBefore))) {
      audit += lines.length;
      yield `${lines.join('\n')}\n`;
    }
  yield `${JSON.stringify({ end: true, instances, audit })}\n`;
}

interface Paged {
  /** gives `key` and `line` of those whose key is after `$1`, at most `$2` */
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

async function* pages(em: SqlEntityManager, size: number, { sql, parameters }: Paged): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const rows = await query<{ key: string; line: string }>(em, sql, [after, size, ...parameters]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ line }) => line);
    after = last.key;
  }
}

function instancesSql(what: Exported): Paged {
  const chosen =
    what === 'leaving'
      ? 'select instance_id as id from leaving where not exported and instance_id > $1 order by 1 limit $2'
      : `select id from instance where id > $1 and status <> 'active' and ended_at < $3::timestamptz
           and ($4::text is null or process_id = $4) order by 1 limit $2`;
  return {
    sql: `select i.id as key, json_build_object(
        'instance', to_jsonb(i), 'dealId', (select d.id from deal d where d.instance_id = i.id),
        'steps', (select coalesce(jsonb_agg(to_jsonb(s) order by s.seq), '[]') from step s
          where s.instance_id = i.id),
        'tasks', (select coalesce(jsonb_agg(to_jsonb(t) order by t.token), '[]') from task t where t.status <> 'open' and t.id in (
          select i.id || ':' || token from step s, unnest(s.tokens) token
          where s.instance_id = i.id)),
        'incidents', (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from incident c
          where c.instance_id = i.id))::text as line
      from (${chosen}) chosen join instance i on i.id = chosen.id order by i.id`,
    parameters: what === 'leaving' ? [] : [what.endedBefore, what.processId],
  };
}

function auditSql(before: string): Paged {
  return {
    sql: `select id as key, json_build_object('audit', to_jsonb(a))::text as line from audit a
      where id > $1 and at < $3::timestamptz order by id limit $2`,
    parameters: [before],
  };
}
