import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface TestServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** A request as a server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An HTTP server on 127.0.0.1 that does what it is told with each request. */
export async function startHttpServer(answer: (seen: Seen, response: ServerResponse) => void): Promise<TestServer> {
  return started(
    createHttpServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        answer({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') }, response);
      });
    }),
  );
}

/** A server on 127.0.0.1 that speaks for itself: for answers that no HTTP library would send. */
export async function startRawServer(talk: (socket: Socket) => void): Promise<TestServer> {
  return started(createServer(talk));
}

async function started(server: Server): Promise<TestServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // a client that gives up is what is tested
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
