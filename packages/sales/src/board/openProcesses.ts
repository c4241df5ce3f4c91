import { type EntityManager, query } from '@dealwright/store';
import type { ProcessRef } from './DealCard.ts';
import { type DealScope, ownersOf } from '../DealScope.ts';

export interface OpenProcess extends ProcessRef {
  /** the latest deployment */
  readonly deploymentId: string;
  readonly version: number;
  readonly openDeals: number;
}

/** Every deployed process, those with the most open deals in the scope first. */
export function openProcesses(em: EntityManager, scope: DealScope): Promise<OpenProcess[]> {
  return query<OpenProcess>(
    em,
    `select m.process_id as "processId", m.name, m.labels, v.id as "deploymentId", v.version, coalesce(o.n, 0) as "openDeals"
     from model m
     join lateral (select id, version from deployment where process_id = m.process_id order by version desc limit 1) v on true
     left join (
       select i.process_id, count(*) as n from deal d join instance i on i.id = d.instance_id
       where i.status = 'active' and ($1::text[] is null or d.owner_id = any($1)) group by 1) o
       on o.process_id = m.process_id
     order by "openDeals" desc, m.name, m.process_id`,
    [ownersOf(scope)],
  );
}
