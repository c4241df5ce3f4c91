import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Balancer {
  readonly port: number;
  /** takes no more, and cuts what is open */
  stop(): Promise<void>;
}

/** A failed server is not asked again for so long; if it is back, the next request after that shows it. */
const REST_MS = 1000;

/**
 * Hands each request to the next of the servers, whoever it is from: live updates too, which stay with theirs until it
 * ends. A server that can't be reached, or says that it is stopping, is passed over.
 *
 * @param ports of the servers, on this machine
 * @param port to listen on, 0 for any; on this machine only
 * @param now epoch milliseconds
 */
export async function balance(ports: readonly number[], port: number, now: () => number): Promise<Balancer> {
  const restsUntil = new Map<number, number>();
  let turn = 0;
  const inTurn = (): readonly number[] => {
    turn = (turn + 1) % ports.length;
    const all = [...ports.slice(turn), ...ports.slice(0, turn)];
    const rested = all.filter((one) => (restsUntil.get(one) ?? 0) <= now());
    return rested.length > 0 ? rested : all;
  };
  const server = createServer((incoming, answer) => {
    const tries = [...inTurn()];
    const next = (): void => {
      const to = tries.shift();
      if (to === undefined) return unavailable(answer);
      hand(incoming, answer, to, () => {
        restsUntil.set(to, now() + REST_MS);
        next();
      });
    };
    next();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the balancer has no port');
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `refused`: the server was not there to take it, so that another may; what it has taken is not sent twice. */
function hand(incoming: IncomingMessage, answer: ServerResponse, port: number, refused: () => void): void {
  const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
  const { method, url: path } = incoming;
  const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  let taken = false;
  outgoing.on('socket', (socket) =>
    socket.once('connect', () => {
      taken = true;
      incoming.pipe(outgoing);
    }),
  );
  outgoing.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
    response.on('error', () => answer.destroy());
  });
  outgoing.on('error', () => {
    if (!taken) refused();
    else if (answer.headersSent) answer.destroy();
    else unavailable(answer);
  });
  answer.on('close', () => outgoing.destroy());
}

function unavailable(answer: ServerResponse): void {
  answer.writeHead(502, { 'content-type': 'text/plain', 'retry-after': '1' });
  answer.end('No server answers. Try again in a moment.\n');
}
