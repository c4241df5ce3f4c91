import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a server and its PostgreSQL and breaks what it is told to. */
export interface Proxy {
  /** the connection string with the proxy's port */
  readonly url: string;
  /** cuts the connections for which `chosen` says so, both ways, in the middle of whatever is said */
  cut(chosen: () => boolean): void;
  /** lets nothing through on these any more, without a word, until they are cut */
  hang(chosen: () => boolean): void;
  /** takes no new connections */
  refuse(): void;
  close(): Promise<void>;
}

export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const behind = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  const hung = new Set<readonly [Socket, Socket]>();
  const server = createServer((client) => {
    const database = connect(Number(behind.port), behind.hostname);
    const pair = [client, database] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => {});
      socket.on('close', () => {
        // what hangs hears of nothing
        if (!hung.has(pair)) end(pair);
      });
    }
    client.pipe(database);
    database.pipe(client);
  });
  const end = (pair: readonly [Socket, Socket]) => {
    pairs.delete(pair);
    hung.delete(pair);
    for (const socket of pair) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut(chosen) {
      for (const pair of pairs) if (hung.has(pair) || chosen()) end(pair);
    },
    hang(chosen) {
      for (const pair of pairs) {
        if (!chosen()) continue;
        hung.add(pair);
        pair[0].unpipe(pair[1]);
        pair[1].unpipe(pair[0]);
        for (const socket of pair) socket.pause();
      }
    },
    refuse: () => void server.close(),
    async close() {
      for (const pair of pairs) end(pair);
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
