import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { balance } from './balance.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

/** Answers its name and the request's body. */
async function serverNamed(name: string): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => response.end(`${name} ${request.url} ${body}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  cleanups.push(close);
  return { port: address.port, close };
}

async function balanced(ports: readonly number[]): Promise<(path: string, body?: string) => Promise<string>> {
  const balancer = await balance(ports, 0, () => 0);
  cleanups.push(() => balancer.stop());
  return async (path, body) => {
    const answer = await fetch(
      `http://127.0.0.1:${balancer.port}${path}`,
      body === undefined ? {} : { method: 'POST', body },
    );
    return `${answer.status} ${await answer.text()}`;
  };
}

test('servers take turns, and the body comes along', async () => {
  const [a, b] = [await serverNamed('a'), await serverNamed('b')];
  const ask = await balanced([a.port, b.port]);
  const answers = [await ask('/x', 'one'), await ask('/x', 'two'), await ask('/x', 'three')];
  expect(answers.map((answer) => answer.slice(4, 5)).join('')).toMatch(/aba|bab/);
  expect(answers.map((answer) => answer.slice(6))).toEqual(['/x one', '/x two', '/x three']);
});

test('a server that is gone is passed over, with the body; nobody left is said', async () => {
  const [a, b] = [await serverNamed('a'), await serverNamed('b')];
  const ask = await balanced([a.port, b.port]);
  await a.close();
  for (let at = 0; at < 4; at++) expect(await ask('/x', `try ${at}`)).toBe(`200 b /x try ${at}`);
  await b.close();
  expect(await ask('/x', 'lost')).toMatch(/^502 No server/);
});
