import type { Connector } from '@dealwright/runtime';
import type { Logger } from 'pino';

/**
 * What service tasks can do out of the box. `log` writes its input into the server's log: for steps whose outside
 * system is not connected yet, so that a process can be tried out whole. A type that is not here becomes an incident.
 */
export function connectors(log: Logger): Readonly<Record<string, Connector>> {
  return {
    log: ({ idempotencyKey, instanceId, input }) => {
      log.info({ idempotencyKey, instanceId, input: Object.keys(input) }, 'a service task ran');
      return Promise.resolve({});
    },
  };
}
