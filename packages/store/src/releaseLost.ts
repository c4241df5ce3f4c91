import type { Pool, PoolClient } from 'pg';

/**
 * Gives back connections that are lost while they are lent. The query builder gives one back after `commit` or
 * `rollback`, and on a connection that is gone neither succeeds: each transaction under way when the database goes away
 * would keep its place in the pool for ever.
 */
export function releaseLost(pool: Pool): void {
  const lent = new Set<PoolClient>();
  pool.on('acquire', (client) => {
    lent.add(client);
    // the pool sets `release` after it has told of this, and before the borrower goes on
    queueMicrotask(() => {
      const release = client.release.bind(client);
      // the borrower may still give back what was lost: the pool would throw at it
      client.release = (destroy) => {
        if (lent.has(client)) release(destroy);
      };
    });
  });
  pool.on('release', (_error, client) => lent.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (lent.has(client)) client.release(true);
    });
  });
}
