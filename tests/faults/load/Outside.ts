import type { ServerResponse } from 'node:http';
import { startHttpServer, type Seen } from '../../../packages/connectors/src/testing/startServer.ts';

export type Answering = (seen: Seen, response: ServerResponse) => void;

/** The system that the processes' service tasks call, and what it has seen of them. */
export interface Outside {
  readonly url: string;
  /** requests by idempotency key */
  readonly seen: ReadonlyMap<string, number>;
  /** how it answers from now on; well, when none is given */
  answer(how?: Answering): void;
  close(): Promise<void>;
}

export const answerWell: Answering = ({ path }, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ answered: path.slice(1) }));
};

export async function openOutside(): Promise<Outside> {
  const seen = new Map<string, number>();
  let how = answerWell;
  const server = await startHttpServer((request, response) => {
    const key = String(request.headers['idempotency-key']);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    how(request, response);
  });
  return {
    url: server.url,
    seen,
    answer: (given = answerWell) => {
      how = given;
    },
    close: () => server.close(),
  };
}
