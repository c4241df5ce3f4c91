import type { Observer } from '@dealwright/runtime';
import { type EntityManager, queryOne, type Store } from '@dealwright/store';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** seconds: from a command in memory to a request that waits for somebody */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** seconds: a job is late by nothing, or by an outage */
const LAGS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300, 3600];
const PLANS = [1, 2, 5, 10, 20, 50, 100];

interface Needs {
  readonly em: () => EntityManager;
  readonly store: Pick<Store, 'pool'>;
  /** epoch milliseconds */
  readonly now: () => number;
  /** milliseconds that only go up */
  readonly clock: () => number;
  /** memory, event loop, garbage collection of this process too */
  readonly process: boolean;
}

export interface Metrics {
  readonly observe: Observer;
  /** `seconds` from the request's arrival to its answer */
  request(labels: { readonly method: string; readonly route: string; readonly status: number }, seconds: number): void;
  /** in Prometheus' text format, and what to call that */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/** What a server counts of itself; docs/operations.md says what each is good for. */
export function createMetrics(needs: Needs): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (needs.process) collectDefaultMetrics({ register: registry });
  const completions = new Counter({
    name: 'dealwright_task_completions_total',
    help: 'Tasks that were completed',
    registers,
  });
  const commands = new Histogram({
    name: 'dealwright_command_seconds',
    help: 'How long commands took, by command and outcome (done, refused, failed)',
    labelNames: ['command', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const commits = new Histogram({
    name: 'dealwright_commit_seconds',
    help: 'How long statements that commit took',
    buckets: SECONDS,
    registers,
  });
  const plans = new Histogram({
    name: 'dealwright_commit_plans',
    help: 'Commands that shared a statement',
    buckets: PLANS,
    registers,
  });
  const jobs = new Counter({
    name: 'dealwright_jobs_total',
    help: 'Attempts at jobs, by kind and outcome (done, failed)',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'dealwright_job_seconds',
    help: 'How long attempts at jobs took, by kind',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers,
  });
  const jobLag = new Histogram({
    name: 'dealwright_job_start_lag_seconds',
    help: 'How long after it fell due an attempt at a job was begun, by kind',
    labelNames: ['kind'],
    buckets: LAGS,
    registers,
  });
  const requests = new Histogram({
    name: 'dealwright_http_request_seconds',
    help: 'How long requests took, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  gaugesOfDatabase(needs, registry);
  gaugesOfPool(needs.store, registry);
  return {
    observe: {
      clock: needs.clock,
      command(command, ms, outcome) {
        commands.observe({ command, outcome }, ms / 1000);
        if (command === 'complete' && outcome === 'done') completions.inc();
      },
      commit(count, ms) {
        plans.observe(count);
        commits.observe(ms / 1000);
      },
      job(kind, outcome, lagMs, ms) {
        jobs.inc({ kind, outcome });
        jobLag.observe({ kind }, lagMs / 1000);
        jobSeconds.observe({ kind }, ms / 1000);
      },
    },
    request: (labels, seconds) => requests.observe(labels, seconds),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}

/** What all servers on one database have in common; asked when somebody looks. NaN while the database is away. */
function gaugesOfDatabase({ em, now }: Needs, registry: Registry): void {
  const up = new Gauge({ name: 'dealwright_database_up', help: 'Whether the database answers', registers: [registry] });
  const lag = new Gauge({
    name: 'dealwright_job_lag_seconds',
    help: 'How long ago the oldest job that waits for a server fell due',
    registers: [registry],
  });
  const incidents = new Gauge({
    name: 'dealwright_open_incidents',
    help: 'Incidents that wait for somebody',
    registers: [registry],
    async collect() {
      const found = await look(em(), now()).catch(() => null);
      up.set(found === null ? 0 : 1);
      lag.set(found?.lag ?? Number.NaN);
      incidents.set(found?.incidents ?? Number.NaN);
    },
  });
}

async function look(em: EntityManager, now: number): Promise<{ readonly lag: number; readonly incidents: number }> {
  const at = new Date(now);
  const row = await queryOne<{ due: string | null; incidents: number }>(
    em,
    `select (select min(due_at) from job
             where status = 'ready' and due_at <= $1 and (locked_until is null or locked_until <= $1)) as due,
            (select count(*) from incident where resolved_at is null) as incidents`,
    [at],
  );
  return { lag: row?.due ? (now - Date.parse(row.due)) / 1000 : 0, incidents: row?.incidents ?? 0 };
}

function gaugesOfPool(store: Pick<Store, 'pool'>, registry: Registry): void {
  // an embedded database has one connection: there is nothing to say of it
  if (store.pool() === null) return;
  const connections = new Gauge({
    name: 'dealwright_database_connections',
    help: 'Connections to PostgreSQL: all (size), unused (idle), and who waits for one (waiting)',
    labelNames: ['state'],
    registers: [],
    collect() {
      for (const [state, count] of Object.entries(store.pool() ?? {})) this.set({ state }, count);
    },
  });
  registry.registerMetric(connections);
}
