import { query, queryOne, type EntityManager } from '@dealwright/store';
import { refusals } from '../errors/refusals.ts';

const WINDOW_MS = 15 * 60_000;
/** Guessing one person's password. */
const MOST_PER_EMAIL = 10;
/** Guessing at many people from one place; an office behind one address needs more than one person does. */
const MOST_PER_ADDRESS = 50;
const KEPT_MS = 24 * 3_600_000;
/** For how long an address from which a person has signed in is known as theirs. */
const KNOWN_MS = 30 * 24 * 3_600_000;

export interface Attempt {
  readonly id: string;
  /** lower case; empty for attempts at a link */
  readonly email: string;
  readonly address: string;
  readonly now: number;
}

/**
 * Writes the attempt down as failed before it is judged, so that a hundred at once are counted like a hundred in a
 * row. A refused one is taken back: trying while locked out does not lock out for longer.
 *
 * From an address where this person has signed in within 30 days only the failures of the two together count, so that
 * a stranger who guesses at an e-mail from elsewhere, or at others from the same office, keeps nobody out.
 *
 * @throws "too-many-attempts" with the time from when on to try again
 */
export async function beginAttempt(em: EntityManager, attempt: Attempt): Promise<void> {
  const at = new Date(attempt.now);
  await query(em, 'delete from sign_in_attempt where at < $1 and (not succeeded or at < $2)', [
    new Date(attempt.now - KEPT_MS),
    new Date(attempt.now - KNOWN_MS),
  ]);
  await query(em, 'insert into sign_in_attempt (id, email, address, at, succeeded) values ($1, $2, $3, $4, false)', [
    attempt.id,
    attempt.email,
    attempt.address,
    at,
  ]);
  const lockedBy = (await isKnown(em, attempt))
    ? await nthFailure(em, 'email = $1 and address = $2', attempt, MOST_PER_EMAIL)
    : ((attempt.email === '' ? null : await nthFailure(em, 'email = $1', attempt, MOST_PER_EMAIL)) ??
      (await nthFailure(em, 'address = $2', attempt, MOST_PER_ADDRESS)));
  if (lockedBy === null) return;
  await query(em, 'delete from sign_in_attempt where id = $1', [attempt.id]);
  throw refusals.tooManyAttempts(new Date(Date.parse(lockedBy) + WINDOW_MS).toISOString());
}

/** The attempt was right after all: it and what the person mistyped before it no longer count. */
export async function attemptSucceeded(em: EntityManager, attempt: Attempt): Promise<void> {
  await query(em, 'update sign_in_attempt set succeeded = true where id = $1', [attempt.id]);
  if (attempt.email !== '') {
    await query(em, 'delete from sign_in_attempt where email = $1 and address = $2 and not succeeded', [
      attempt.email,
      attempt.address,
    ]);
  }
}

async function isKnown(em: EntityManager, attempt: Attempt): Promise<boolean> {
  if (attempt.email === '') return false;
  const row = await queryOne(
    em,
    'select 1 from sign_in_attempt where email = $1 and address = $2 and succeeded and at > $3 limit 1',
    [attempt.email, attempt.address, new Date(attempt.now - KNOWN_MS)],
  );
  return row !== null;
}

/** When the `most`-th failure before this one was, counted back from now within the window; null when there are fewer. */
async function nthFailure(
  em: EntityManager,
  which: 'email = $1' | 'address = $2' | 'email = $1 and address = $2',
  attempt: Attempt,
  most: number,
): Promise<string | null> {
  const row = await queryOne<{ at: string }>(
    em,
    // both parameters are named in each: a statement may not leave one unused
    `select at from sign_in_attempt
     where ${which} and $1::text is not null and $2::text is not null and at > $3 and not succeeded and id <> $4
     order by at desc offset $5 limit 1`,
    [attempt.email, attempt.address, new Date(attempt.now - WINDOW_MS), attempt.id, most - 1],
  );
  return row?.at ?? null;
}
