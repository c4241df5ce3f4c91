import { Client } from 'pg';
import { z } from 'zod';
import { cutConnection } from '../cutConnection.ts';
import type { Notices } from './Notices.ts';
import { type Packet, packNotices, type Word } from './packNotices.ts';

const CHANNEL = 'dealwright';
const NOTIFY = `select pg_notify('${CHANNEL}', text) from unnest($1::text[]) as text`;
/** Milliseconds in which words gather to be sent together. */
const GATHER_MS = 20;
/** Milliseconds until a broken connection is tried again, and at most, when that fails too. */
const AGAIN_MS = 500;
const AGAIN_MOST_MS = 10_000;
const CONNECT_MS = 10_000;
/** Milliseconds between two signs of life, and after which a server that gave none counts as gone. */
const ALIVE_MS = 30_000;
const GONE_MS = 100_000;

const packet = z.object({
  from: z.string(),
  hello: z.boolean().optional(),
  words: z.array(z.tuple([z.string(), z.string()])),
});

export interface NoticesOptions {
  /** PostgreSQL connection string */
  readonly url: string;
  /** this server's name, unlike any other's */
  readonly serverId: string;
  /** milliseconds that only go up */
  readonly clock: () => number;
  /** milliseconds between two signs of life; 30 seconds when absent */
  readonly aliveMs?: number;
  /** told of a connection that broke or could not be made; it is made again */
  readonly onError: (error: unknown) => void;
}

/**
 * Joins the servers that share a PostgreSQL database, over `listen` and `notify` on one connection of its own, which is
 * made again when it breaks. Answers at once; never throws. Words are only sent while another server has lately given a
 * sign of life, which each does when it comes and every half minute.
 */
export function openNotices(options: NoticesOptions): Notices {
  const { serverId, clock, onError } = options;
  const listeners = new Map<string, ((text: string) => void)[]>();
  const gaps: (() => void)[] = [];
  const waiting = new Map<string, Word>();
  const closing = new AbortController();
  let client: Client | null = null;
  let heardAt = -Infinity;
  let unanswered: Client | null = null;
  let sending: NodeJS.Timeout | null = null;
  let retry: NodeJS.Timeout | null = null;
  let pause = AGAIN_MS;

  const heard = (text: string): void => {
    const read = packet.safeParse(parse(text));
    if (!read.success || read.data.from === serverId) return;
    const first = !othersAreThere();
    heardAt = clock();
    if (read.data.hello === true) void send([greeting(false)]);
    // until now nobody was told anything here, nor told anything
    if (first) for (const listener of gaps) guarded(listener);
    for (const [topic, word] of read.data.words) {
      for (const listener of listeners.get(topic) ?? []) guarded(() => listener(word));
    }
  };
  const othersAreThere = () => clock() - heardAt < GONE_MS;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      onError(error);
    }
  };
  const greeting = (hello: boolean) => JSON.stringify({ from: serverId, hello, words: [] } satisfies Packet);
  const send = async (packets: readonly string[], through = client): Promise<void> => {
    if (packets.length === 0) return;
    // a connection that breaks tells of it by its own event
    await through?.query(NOTIFY, [packets]).catch(() => {});
  };
  const sendWaiting = (through = client): Promise<void> => {
    const words = [...waiting.values()];
    waiting.clear();
    return send(packNotices(serverId, words), through);
  };
  const alive = setInterval(() => {
    // the last one has not been answered: a connection may be lost without a word
    if (unanswered !== null && unanswered === client) cutConnection(client);
    const asked = client;
    unanswered = asked;
    void send([greeting(false)]).then(() => {
      if (unanswered === asked) unanswered = null;
    });
  }, options.aliveMs ?? ALIVE_MS);
  alive.unref();

  const connect = async (): Promise<void> => {
    const made = new Client({
      connectionString: options.url,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'dealwright notices',
    });
    let over = false;
    const end = () => made.end().catch(() => {});
    const broken = (error: unknown): void => {
      if (over) return;
      over = true;
      if (client === made) client = null;
      void end();
      if (closing.signal.aborted) return;
      onError(error);
      retry = setTimeout(() => void connect(), pause);
      pause = Math.min(pause * 2, AGAIN_MOST_MS);
    };
    made.on('error', broken);
    made.on('end', () => broken(new Error('the connection for notices between servers was closed')));
    made.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await made.connect();
      await made.query(`listen ${CHANNEL}`);
    } catch (error) {
      broken(error);
      return;
    }
    if (closing.signal.aborted) {
      await end();
      return;
    }
    client = made;
    pause = AGAIN_MS;
    void send([greeting(true)]);
    for (const listener of gaps) guarded(listener);
  };
  const connecting = connect();

  return {
    tell(topic, text) {
      if (client === null || !othersAreThere()) return;
      waiting.set(`${topic} ${text}`, [topic, text]);
      sending ??= setTimeout(() => {
        sending = null;
        void sendWaiting();
      }, GATHER_MS);
    },
    listen(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
    },
    onGap(listener) {
      gaps.push(listener);
    },
    get connected() {
      return client !== null;
    },
    async close() {
      closing.abort();
      clearInterval(alive);
      if (retry) clearTimeout(retry);
      if (sending) clearTimeout(sending);
      await connecting.catch(() => {});
      const last = client;
      client = null;
      // what still waits is sent before the connection ends
      await sendWaiting(last);
      await last?.end().catch(() => {});
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
