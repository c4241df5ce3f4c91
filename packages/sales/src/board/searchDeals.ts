import { query } from '@dealwright/store';
import { ownersOf } from '../DealScope.ts';
import { likePattern } from '../likePattern.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { dealCards } from './dealCards.ts';
import type { DealCard } from './DealCard.ts';

/** Up to 20 deals whose name or account has the text in it: open ones first, then the latest. */
export async function searchDeals(deps: ReadDeps, viewer: Viewer, text: string): Promise<DealCard[]> {
  const em = deps.em();
  const found = await query<{ id: string }>(
    em,
    `select d.id from deal d join instance i on i.id = d.instance_id left join account a on a.id = d.account_id
     where ($1::text[] is null or d.owner_id = any($1)) and (d.name ilike $2 or a.name ilike $2)
     order by i.status = 'active' desc, d.created_at desc, d.id limit 20`,
    [ownersOf(viewer.scope), likePattern(text) ?? '%'],
  );
  return dealCards(
    em,
    deps,
    found.map((row) => row.id),
  );
}
