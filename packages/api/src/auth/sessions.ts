import { type EntityManager, query, rowLookup } from '@dealwright/store';
import type { Role } from '../contract/index.ts';
import type { Session } from '../Services.ts';
import { tokenHash } from './tokenHash.ts';

/** A session ends after this long without a request … */
export const IDLE_MS = 12 * 3_600_000;
/** … and after this long in any case. */
export const LONGEST_MS = 30 * 24 * 3_600_000;
/** Written to the database at most this often while in use. */
const EXTEND_AFTER_MS = 5 * 60_000;

/** Starts a session. `token` goes into the cookie and nowhere else. */
export async function startSession(
  em: EntityManager,
  made: { readonly token: string; readonly csrfToken: string; readonly personId: string; readonly now: number },
): Promise<void> {
  await query(em, 'delete from session where expires_at < $1', [new Date(made.now)]);
  await query(
    em,
    'insert into session (token_hash, person_id, csrf_token, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [tokenHash(made.token), made.personId, made.csrfToken, new Date(made.now), new Date(made.now + IDLE_MS)],
  );
}

interface Found {
  readonly hash: string;
  readonly personId: string;
  readonly csrfToken: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly roles: Role[];
  readonly groups: readonly string[];
  readonly demo: boolean;
}

const sessionOf = rowLookup<Found>(
  `select s.token_hash as "hash", s.person_id as "personId", s.csrf_token as "csrfToken",
    s.created_at as "createdAt", s.expires_at as "expiresAt", p.roles, p.groups, p.demo
  from session s join person p on p.id = s.person_id
  where s.token_hash = any($1::text[]) and p.active`,
  (row) => row.hash,
);

/** The session that a cookie's token stands for; null when it is unknown, over, or its person is disabled. */
export async function findSession(em: () => EntityManager, token: string, now: number): Promise<Session | null> {
  const hash = tokenHash(token);
  const row = await sessionOf(em, hash);
  if (row === null || Date.parse(row.expiresAt) <= now) return null;
  const expires = Math.min(now + IDLE_MS, Date.parse(row.createdAt) + LONGEST_MS);
  if (expires - Date.parse(row.expiresAt) > EXTEND_AFTER_MS) {
    await query(em(), 'update session set expires_at = $2 where token_hash = $1', [hash, new Date(expires)]);
  }
  const { personId, csrfToken, roles, groups, demo } = row;
  return { tokenHash: hash, personId, csrfToken, roles, membership: { roles, groups, demo } };
}

export async function endSession(em: EntityManager, hash: string): Promise<void> {
  await query(em, 'delete from session where token_hash = $1', [hash]);
}

/** Ends the person's sessions, all or all but one. */
export async function endSessionsOf(em: EntityManager, personId: string, exceptHash = ''): Promise<void> {
  await query(em, 'delete from session where person_id = $1 and token_hash <> $2', [personId, exceptHash]);
}
