import { DatabaseError } from './DatabaseError.ts';
import { DealwrightError } from './DealwrightError.ts';

/** PostgreSQL's words for a disk that is full or broken. A database that is away is `database-unreachable` already. */
const STATES = new Set(['53100', '58030']);

/** Whether a failure is the database's alone: what was asked of it may well succeed when it is back. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.sqlState !== null && STATES.has(error.sqlState);
  return error instanceof DealwrightError && error.code === 'database-unreachable';
}
