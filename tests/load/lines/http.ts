import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import type { CompleteResult, DealDetail, ModelDetail } from '@dealwright/api/contract';
import { type ApiClient, signIn } from '../../apiClient.ts';
import { freshPostgresDatabase } from '../../freshPostgresDatabase.ts';
import { ADMIN, removeFolder, startServer } from '../../serverProcess.ts';
import type { Line } from '../Line.ts';
import { belowLine, rateLine } from '../makeLine.ts';
import { median } from '../median.ts';
import { percentile } from '../percentile.ts';
import { printLines } from '../printLines.ts';
import { withPostgres } from '../withPostgres.ts';
import { drive, INSTANCES } from './completionBench.ts';
import { leastBench } from './leastBench.ts';

const CLIENTS = 32;
const COUNT = 3_000;
const ROUNDS = 5;
const GOAL = 0.3;
const P99_MS = 50;

/**
 * Tasks of deals completed over HTTP by 32 clients, as a browser does it: each request with its session, its CSRF token
 * and its permission checked, against the real server in a process of its own, which writes to a PostgreSQL that syncs
 * each commit to disk. The limit is that of `completion-8-callers`. The clients share the machine with both.
 */
export async function measureHttp(): Promise<Line[]> {
  return withPostgres(async ({ url }) => {
    const least = await leastBench(url);
    const server = await startServer({ databaseUrl: await freshPostgresDatabase(url), args: [] });
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    try {
      const admin = await signIn(server.url, ADMIN);
      const open = await startDeals(admin);
      const headers = await sessionOf(server.url);
      const overHttp = () =>
        drive(CLIENTS, COUNT, async (at) => {
          const body = JSON.stringify({ id: open[at], values: {}, commandId: randomUUID() });
          const answer = await post(agent, `${server.url}/trpc/task.complete`, headers, body);
          open[at] = answer.nextTasks[0]?.id ?? '';
        });
      const rates = { ours: [] as number[], least: [] as number[], p99: [] as number[] };
      for (let round = 0; round <= ROUNDS; round++) {
        const limit = await least.rate(8, COUNT);
        const { rate, took } = await overHttp();
        // the first round warms up
        if (round === 0) continue;
        rates.least.push(limit);
        rates.ours.push(rate);
        rates.p99.push(percentile(took, 0.99));
      }
      return [
        rateLine('http-32-clients', rates.ours, rates.least, GOAL),
        belowLine('http-32-clients-p99', median(rates.p99), 'ms', P99_MS),
      ];
    } finally {
      agent.destroy();
      await least.close();
      await server.stop();
      await removeFolder(server.folder);
    }
  });
}

/** Deals that go round and round, each at its first task; the ids of those. */
async function startDeals(admin: ApiClient): Promise<string[]> {
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager', 'rep'] } });
  const xml = await readFile(new URL('ring.bpmn', import.meta.url), 'utf8');
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Ring', from: { kind: 'file', xml } });
  await admin.mutate('model.deploy', { id: model.id, revision: model.revision, note: 'for the benchmark' });
  const open: string[] = [];
  for (let at = 0; at < INSTANCES; at++) {
    const deal = { processId: 'ring', name: `Deal ${at}`, value: 100, commandId: randomUUID() };
    const { id } = await admin.mutate<{ id: string }>('deal.start', deal);
    const { openTasks } = await admin.query<DealDetail>('deal.get', { id });
    open.push(openTasks[0]?.id ?? '');
  }
  return open;
}

/** What a signed-in browser sends along. */
async function sessionOf(url: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(ADMIN),
  });
  const { result } = (await answer.json()) as { result: { data: { csrfToken: string } } };
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, origin: url, 'content-type': 'application/json', 'x-dealwright-csrf': result.data.csrfToken };
}

/** `fetch` would take as long as the server does. */
function post(agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<CompleteResult> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${answer.statusCode}: ${text}`));
        resolve((JSON.parse(text) as { result: { data: CompleteResult } }).result.data);
      });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

if (import.meta.main) printLines(await measureHttp());
