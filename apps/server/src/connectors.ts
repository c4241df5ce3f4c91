import type { Connector } from '@dealwright/runtime';
import { query, type EntityManager } from '@dealwright/store';
import type { Logger } from 'pino';

interface Needs {
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * What service tasks can do out of the box; a type that is not here becomes an incident.
 *
 * - `notify`: leaves a note for somebody (`to`: a person's id or a role, `message`) in the audit trail. No mail or chat
 *   is connected yet. Done once, however often the job is tried.
 * - `log`: writes the names of its inputs into the server's log, so that a process can be tried out before the system
 *   behind a step is connected.
 */
export function connectors({ em, now, log }: Needs): Readonly<Record<string, Connector>> {
  return {
    async notify({ idempotencyKey, instanceId, input }) {
      const { to, message } = input;
      if (typeof to !== 'string' || typeof message !== 'string' || message === '') {
        throw new Error('notify needs the inputs "to" and "message", both texts');
      }
      await query(
        em(),
        `insert into audit (id, at, actor_id, action, subject_type, subject_id, after)
         values ($1, $2, null, 'instance.notify', 'instance', $3, $4) on conflict (id) do nothing`,
        [`notify:${idempotencyKey}`, new Date(now()), instanceId, { to, message }],
      );
      return {};
    },
    log: ({ idempotencyKey, instanceId, input }) => {
      log.info({ idempotencyKey, instanceId, inputs: Object.keys(input) }, 'a service task ran');
      return Promise.resolve({});
    },
  };
}
