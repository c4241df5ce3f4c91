import { databaseUnreachable, isUnreachable } from './databaseUnreachable.ts';
import { DealwrightError } from './DealwrightError.ts';

/**
 * What the database refused, with PostgreSQL's five-character `sqlState` and the constraint's name where it has one.
 * Carries the message alone: PGlite's own errors drag 400 kB of source into the log.
 */
export class DatabaseError extends DealwrightError {
  readonly sqlState: string | null;
  readonly constraint: string | null;
  readonly detail: string | null;

  constructor(message: string, sqlState: string | null, constraint: string | null, detail: string | null = null) {
    super(
      'database-error',
      { en: `The database refused: ${message}`, zh: `数据库拒绝了操作：${message}` },
      { sqlState },
    );
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.detail = detail;
  }

  /**
   * A driver's error as a `DatabaseError`, or as `database-unreachable` when it tells of a lost connection; anything
   * that is typed already is returned as it is.
   */
  static from(error: unknown): DealwrightError {
    if (error instanceof DealwrightError) return error;
    if (isUnreachable(error)) return databaseUnreachable(error);
    const fields = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
    const message = error instanceof Error ? error.message : String(error);
    return new DatabaseError(message, text(fields['code']), text(fields['constraint']), text(fields['detail']));
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
