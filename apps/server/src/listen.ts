import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly port: number;
  /** Stops accepting, lets requests under way finish for at most `graceMs`, then ends the rest. */
  stop(graceMs: number): Promise<void>;
}

/** The port can't be listened on; says what to do. */
export class ListenError extends Error {
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(explain(host, port, cause), { cause });
    this.name = 'ListenError';
  }
}

function explain(host: string, port: number, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port === 3000 ? 3001 : port + 1} npm start`;
  }
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST=${host} is not an address of this machine. Use localhost or 0.0.0.0.`;
  }
  return `Can't listen on ${host}:${port}: ${message}`;
}

/** Serves the app. @throws ListenError */
export function listen(
  // the app's variables are its own affair
  // oxlint-disable-next-line typescript/no-explicit-any
  app: Hono<any>,
  host: string,
  port: number,
): Promise<Listening> {
  // made from node:http's createServer by default
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  const live = new Set<ServerResponse>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // what every EventSource asks for
    if (request.headers.accept?.includes('text/event-stream') !== true) return;
    live.add(response);
    response.once('close', () => live.delete(response));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(host, port, error)));
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: actual, stop: (graceMs) => stop(server, live, graceMs) });
    });
  });
}

function stop(server: Server, live: ReadonlySet<ServerResponse>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // a live connection never finishes; cut, the browser connects again by itself, which it would not if it were ended
    for (const response of live) response.destroy();
    // a kept-alive connection becomes idle only when its last answer is out
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
