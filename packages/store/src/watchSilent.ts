import { Client, DatabaseError, type Pool, type PoolClient } from 'pg';
import { cutConnection } from './cutConnection.ts';

/** So long a connection may owe an answer without a byte of it before it is asked after. */
export const SILENT_MS = 20_000;

const ASK_MS = 10_000;

/** What the driver knows of itself; its types do not say so. */
interface Inside {
  readonly readyForQuery: boolean;
  readonly processID: number;
  readonly connection: { readonly stream: { readonly bytesRead: number } };
}

/**
 * PostgreSQL's side of a connection that is lost without a word: it ends within a minute, and with it what it holds
 * locked; one whose transaction nobody goes on with, in a few minutes.
 */
const LIVENESS = `set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '5min'`;

/** Of the server's processes that are not idle, whether they are at work for a client. */
const BUSY = `select pid, state = 'active' and wait_event_type is distinct from 'Client' as working
  from pg_stat_activity where pid = any($1::integer[]) and state <> 'idle'`;

/** So that nobody waits for what they hold locked. */
const END = 'select pg_terminate_backend(pid) from unnest($1::integer[]) as pid';

/**
 * Ends connections over which no answer will come: a network that drops what is sent tells neither side, and whoever
 * waits would wait for ever. One that owes an answer and has been silent for `silentMs` is asked after on a connection of
 * its own: where the database is at work for it, it is left alone, however long that takes; else it is cut, and what was
 * under way on it fails as on any connection that is lost. Ends with the pool.
 */
export function watchSilent(pool: Pool, url: string, silentMs: number): void {
  const bytes = new Map<PoolClient, number | null>();
  // before it is lent for the first time; its types do not say so
  const { options } = pool as unknown as { options: { onConnect?: (client: PoolClient) => Promise<unknown> } };
  options.onConnect = (client) => {
    bytes.set(client, null);
    client.once('end', () => bytes.delete(client));
    return client.query(LIVENESS).catch((error: unknown) => {
      // where it may not be said, the rest works
      if (!(error instanceof DatabaseError)) throw error;
    });
  };
  let asking = false;
  const sweep = setInterval(() => {
    const silent: PoolClient[] = [];
    for (const [client, before] of bytes) {
      const read = bytesOwed(client);
      if (read !== null && read === before) silent.push(client);
      bytes.set(client, read);
    }
    if (silent.length === 0 || asking) return;
    asking = true;
    void cutLost(url, silent).finally(() => (asking = false));
  }, silentMs);
  sweep.unref();
  const end: () => Promise<void> = pool.end.bind(pool);
  const endAtLast = async (): Promise<void> => {
    clearInterval(sweep);
    // a word of parting is not answered on a connection that is lost
    const cut = setTimeout(() => {
      for (const client of bytes.keys()) cutConnection(client);
    }, silentMs);
    await end().finally(() => clearTimeout(cut));
  };
  pool.end = endAtLast;
}

async function cutLost(url: string, silent: readonly PoolClient[]): Promise<void> {
  const before = new Map(silent.map((client) => [client, bytesOwed(client)]));
  let working: ReadonlySet<number> = new Set();
  // this process may itself have stood still, and what was owed has come since
  const lost = () =>
    silent.filter((client) => {
      const read = bytesOwed(client);
      return read !== null && read === before.get(client) && !working.has(inside(client).processID);
    });
  const asks = new Client({ connectionString: url, connectionTimeoutMillis: ASK_MS, query_timeout: ASK_MS });
  asks.on('error', () => {});
  try {
    await asks.connect();
    const pids = silent.map((client) => inside(client).processID);
    const { rows } = await asks.query<{ pid: number; working: boolean }>(BUSY, [pids]);
    working = new Set(rows.filter((row) => row.working).map(({ pid }) => pid));
    const gone = new Set(lost().map((client) => inside(client).processID));
    await asks.query(END, [rows.map(({ pid }) => pid).filter((pid) => gone.has(pid))]);
  } catch (error) {
    // it answers, if only that it takes no more connections: whoever waits may be served yet
    if (error instanceof DatabaseError) return;
  } finally {
    cutConnection(asks);
  }
  for (const client of lost()) cutConnection(client);
}

/** What a connection that owes an answer has said until now, in bytes; null when it owes none. */
function bytesOwed(client: PoolClient): number | null {
  const { readyForQuery, connection } = inside(client);
  return readyForQuery ? null : connection.stream.bytesRead;
}

function inside(client: PoolClient): Inside {
  return client as unknown as Inside;
}
