import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let hashOfNobody: Promise<string> | undefined;

/** @returns an argon2id hash in PHC format, salt and parameters included */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/**
 * Whether the password belongs to the hash. Without a hash (no such person, or no password yet) the same work is done
 * and the answer is no, so that the time taken does not tell which e-mails exist.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await hashOfNobody), password, ARGON2ID);
  return storedHash !== null && matches;
}
