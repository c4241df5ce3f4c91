import { hash } from 'node:crypto';

/** What the database keeps of a secret that a link or a cookie carries: enough to recognise it, useless to a thief. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
