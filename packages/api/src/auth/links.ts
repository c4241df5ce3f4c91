import { query, queryOne, type EntityManager } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';
import { tokenHash } from './tokenHash.ts';

export type LinkPurpose = 'setup' | 'invite';
export const LINK_LIFE_MS = 7 * 24 * 3_600_000;

/** Makes a link's secret valid, and every earlier unused one for the same purpose and person void. */
export async function issueLink(
  em: EntityManager,
  link: {
    readonly token: string;
    readonly purpose: LinkPurpose;
    readonly personId: string | null;
    readonly now: number;
  },
): Promise<void> {
  await query(
    em,
    'delete from one_time_link where purpose = $1 and person_id is not distinct from $2 and used_at is null',
    [link.purpose, link.personId],
  );
  await query(em, 'delete from one_time_link where expires_at < $1', [new Date(link.now)]);
  await query(em, 'insert into one_time_link (token_hash, purpose, person_id, expires_at) values ($1, $2, $3, $4)', [
    tokenHash(link.token),
    link.purpose,
    link.personId,
    new Date(link.now + LINK_LIFE_MS),
  ]);
}

/**
 * Uses a link up, in the transaction of what it is used for: of two at once, one gets it.
 *
 * @throws "link-invalid" when it is unknown, used or expired
 */
export async function useLink(
  em: EntityManager,
  token: string,
  purpose: LinkPurpose,
  now: number,
): Promise<{ personId: string | null }> {
  const row = await queryOne<{ personId: string | null }>(
    em,
    `update one_time_link set used_at = $3
     where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
     returning person_id as "personId"`,
    [tokenHash(token), purpose, new Date(now)],
  );
  if (row === null) throw refusals.linkInvalid();
  return row;
}

/** Where a link leads: the web app's page that asks for a password. */
export function linkUrl(origin: string, purpose: LinkPurpose, token: string): string {
  return `${origin}/${purpose}?token=${encodeURIComponent(token)}`;
}
