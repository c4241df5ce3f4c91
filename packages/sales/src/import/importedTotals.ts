import { type EntityManager, query, queryOne } from '@dealwright/store';
import { DEAL_STATUS_SQL } from '../deals/dealStatus.ts';
import type { ImportTotals } from './ImportReport.ts';

/**
 * What imports have made, counted in the database and not in the file: the two must agree. A deal counts under the
 * stage word of its row only while it is where that word says; one that was worked on since counts under its status.
 */
export async function importedTotals(em: EntityManager): Promise<ImportTotals> {
  const stages = await query<{ stage: string; n: number }>(
    em,
    `select case status when 'won' then (case when word ilike '%won%' or word in ('赢单', '成交') then word else 'won' end)
                        when 'lost' then (case when word ilike '%lost%' or word in ('输单', '丢单') then word else 'lost' end)
                        when 'ended' then 'ended' else word end as stage, count(*) as n
     from (select d.fields #>> '{source,stage}' as word, ${DEAL_STATUS_SQL} as status
           from deal d join instance i on i.id = d.instance_id where d.external_key like 'crm:%') deals
     group by 1 order by 1`,
  );
  const sums = await queryOne<Omit<ImportTotals, 'byStage'>>(
    em,
    `select count(*) as deals, count(distinct d.owner_id) as owners,
            coalesce(sum(d.close_value) filter (where ${DEAL_STATUS_SQL} = 'won'), 0) as "wonValue",
            (select count(*) from account where external_key like 'crm:%') as accounts,
            (select count(*) from product where external_key like 'crm:%') as products,
            (select count(*) from person where external_key like 'crm:%') as people
     from deal d join instance i on i.id = d.instance_id where d.external_key like 'crm:%'`,
  );
  if (!sums) throw new Error('a count gave no row');
  return { ...sums, byStage: Object.fromEntries(stages.map(({ stage, n }) => [stage, n])) };
}
