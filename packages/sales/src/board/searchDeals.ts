import { type EntityManager, query, queryOne } from '@dealwright/store';
import { ownersOf } from '../DealScope.ts';
import { likePattern } from '../likePattern.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { dealCards } from './dealCards.ts';
import type { DealCard } from './DealCard.ts';

/** Up to 20 deals whose name or account has the text in it: open ones first, then the latest. */
export async function searchDeals(deps: ReadDeps, viewer: Viewer, text: string): Promise<DealCard[]> {
  const em = deps.em();
  const rare = await rarelyNamed(em, text.trim());
  const named = rare === null ? '(d.name ilike $2 or a.name ilike $2)' : 'd.instance_id = any($2::text[])';
  const found = await query<{ id: string }>(
    em,
    `select d.id from deal d join instance i on i.id = d.instance_id left join account a on a.id = d.account_id
     where ($1::text[] is null or d.owner_id = any($1)) and ${named}
     order by i.status = 'active' desc, d.created_at desc, d.id limit 20`,
    [ownersOf(viewer.scope), rare ?? likePattern(text) ?? '%'],
  );
  return dealCards(
    em,
    deps,
    found.map((row) => row.id),
  );
}

/** The instances whose deal or account is called so, or null where there are many, or one character is no word yet. */
async function rarelyNamed(em: EntityManager, word: string): Promise<readonly string[] | null> {
  if (word.length < 2) return null;
  const found = await queryOne<{ ids: readonly string[] | null }>(em, 'select named_instances($1) as ids', [word]);
  return found?.ids ?? null;
}
