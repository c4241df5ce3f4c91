import type pg from 'pg';

/**
 * The least that a task completion can be in SQL, as the peer that the durable lines are measured against: one prepared
 * call of one function that locks the instance, takes the task away and puts the next one, writes two rows of history
 * and the instance's state. Tables without foreign keys, each with its primary key and the one index that a worklist
 * needs; `many` does the same for a set of instances in one statement.
 */
export const leastSqlSchema = `
create table least_instance (id text primary key, state jsonb not null, revision integer not null);
create table least_task (id text primary key, instance_id text not null, node text not null, assignee text not null,
  due timestamptz not null);
create index least_task_assignee on least_task (assignee, due);
create table least_history (instance_id text not null, seq integer not null, type text not null, node text not null,
  at timestamptz not null, actor text not null, primary key (instance_id, seq));

create function least_complete(i text, t text, next text, next_node text, node text, who text, new_state jsonb)
returns integer language plpgsql as $$
declare r integer;
begin
  select revision into r from least_instance where id = i for update;
  delete from least_task where id = t;
  insert into least_task values (next, i, next_node, who, now());
  insert into least_history values (i, r * 2, 'leave', node, now(), who), (i, r * 2 + 1, 'enter', next_node, now(), who);
  update least_instance set state = new_state, revision = r + 1 where id = i;
  return r;
end $$;
`;

/** One completion of instance `i`, whose `n`-th task is open. */
export interface LeastCall {
  readonly i: string;
  readonly n: number;
}

const STATE = {
  v: 2,
  status: 'active',
  next: 5,
  tokens: [{ id: 4, node: 2, scope: 0 }],
  scopes: [{ id: 0, vars: {} }],
};
const state = JSON.stringify(STATE);

/** Either driver's. */
export interface Runs {
  query(sql: string, values?: readonly unknown[]): Promise<unknown>;
}

export async function makeLeastSql(client: Runs, instances: number): Promise<void> {
  await client.query(leastSqlSchema);
  await client.query(
    `insert into least_instance select 'i' || n, $1::jsonb, 1 from generate_series(1, $2::integer) n`,
    [state, instances],
  );
  await client.query(
    `insert into least_task select 'i' || n || ':0', 'i' || n, 'a', 'ann', now() from generate_series(1, $1::integer) n`,
    [instances],
  );
}

export async function leastComplete(client: pg.ClientBase, { i, n }: LeastCall): Promise<void> {
  await client.query({
    name: 'least_complete',
    text: 'select least_complete($1, $2, $3, $4, $5, $6, $7)',
    values: [i, `${i}:${n}`, `${i}:${n + 1}`, 'b', 'a', 'ann', state],
  });
}

/** The same for many instances in one statement. */
export const leastManySql = `
with c as materialized (
  select * from unnest($1::text[], $2::text[], $3::text[]) as c(i, t, next)),
locked as materialized (
  select l.id, l.revision, c.t, c.next from least_instance l join c on c.i = l.id for update of l),
gone as (delete from least_task using locked where least_task.id = locked.t),
fresh as (insert into least_task select next, id, 'b', 'ann', now() from locked),
told as (
  insert into least_history
  select id, revision * 2, 'leave', 'a', now(), 'ann' from locked
  union all select id, revision * 2 + 1, 'enter', 'b', now(), 'ann' from locked)
update least_instance l set state = $4::jsonb, revision = locked.revision + 1 from locked where l.id = locked.id`;

export async function leastCompleteMany(client: pg.ClientBase, calls: readonly LeastCall[]): Promise<void> {
  await client.query({
    name: 'least_complete_many',
    text: leastManySql,
    values: [
      calls.map(({ i }) => i),
      calls.map(({ i, n }) => `${i}:${n}`),
      calls.map(({ i, n }) => `${i}:${n + 1}`),
      state,
    ],
  });
}
