import { parseArgs } from 'node:util';
import { startCluster } from './cluster/startCluster.ts';

// Several servers over one PostgreSQL with a balancer in front, for trying it out: `--servers` how many, `--port` where.
// DATABASE_URL names the database; without it one is made and is gone afterwards. Ctrl-C stops everything.
const { values } = parseArgs({
  options: { servers: { type: 'string', default: '2' }, port: { type: 'string', default: '3000' } },
});
const count = Number(values.servers);
const port = Number(values.port);
if (!Number.isInteger(count) || count < 1 || count > 32) throw new Error('--servers takes a number from 1 to 32.');
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port takes a number up to 65535.');

// what brings PostgreSQL listens for signals too, and would end the process before the servers
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);

const cluster = startCluster({
  count,
  port,
  databaseUrl: process.env['DATABASE_URL'] || null,
  env: process.env,
  say: (server, line) => console.log(`[${server === 0 ? 'cluster' : server}] ${line}`),
});
let stopping = false;
const end = (code: number) =>
  cluster.stop().then(
    () => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    void end(0);
  });

try {
  console.log(`${count} servers answer at ${await cluster.ready}, in turns. Ctrl-C stops them.`);
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}
