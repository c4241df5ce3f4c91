import { DealwrightError } from './DealwrightError.ts';

/** The system's words for a connection that could not be made or was lost. */
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
/** PostgreSQL's: connections end or are not taken because it stops, has crashed, or is starting; too many are open. */
const STATES = new Set(['57P01', '57P02', '57P03', '53300']);
/** The driver gives these no code. */
const WORDS =
  /connection terminated|connection ended unexpectedly|timeout (exceeded )?when trying to connect|not queryable|client was closed/i;

/** Whether a driver's error tells that the database is not there, rather than that it refused something. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DealwrightError) return false;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string' && (SYSTEM.has(code) || STATES.has(code) || code.startsWith('08'))) return true;
  return WORDS.test(error.message) || isUnreachable(cause);
}

/** The connection was lost. What was under way may or may not have been committed: commands can be sent again. */
export function databaseUnreachable(error: unknown): DealwrightError {
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  const unreachable = new DealwrightError('database-unreachable', {
    en: 'The database cannot be reached. Try again in a moment: what is sent twice is done once.',
    zh: '暂时无法连接数据库，请稍后重试；重复提交只会执行一次。',
  });
  // for the log alone: it may name hosts and ports
  unreachable.cause = new Error(reason);
  return unreachable;
}
