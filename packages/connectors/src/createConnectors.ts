import type { Connector } from '@dealwright/runtime';
import type { EntityManager } from '@dealwright/store';
import { createEmailConnector } from './email/createEmailConnector.ts';
import { createAddressGuard } from './http/createAddressGuard.ts';
import { createHttpConnector } from './http/createHttpConnector.ts';
import { createNotifyConnector } from './createNotifyConnector.ts';
import { createRecordConnector } from './record/createRecordConnector.ts';
import type { Secrets } from './secrets/createSecrets.ts';
import { withSecrets } from './secrets/withSecrets.ts';

/** What whoever runs the server says of the outside. */
export interface ConnectorSettings {
  /** hosts, addresses and ranges in private networks that HTTP requests may go to */
  readonly httpAllow: readonly string[];
  /** `smtps://user:password@host`; null: the secret SMTP_URL */
  readonly smtpUrl: string | null;
  /** the sender of mails; null: the SMTP account */
  readonly mailFrom: string | null;
}

export interface ConnectorNeeds {
  readonly em: () => EntityManager;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly secrets: Secrets;
  readonly settings: ConnectorSettings;
  readonly log: { info(fields: object, message: string): void };
}

/** The secret that holds the mail server's address when the environment does not. */
const SMTP_SECRET = 'SMTP_URL';

/**
 * What service tasks can do, by the type that a drawing names: `http`, `email`, `record`, `notify`, and `log`, which
 * writes the names of its inputs into the server's log, so that a process can be tried out before the system behind a
 * step is connected. Only what leaves the house can be given secrets.
 */
export function createConnectors({ em, now, secrets, settings, log }: ConnectorNeeds): Record<string, Connector> {
  const http = createHttpConnector({ guard: createAddressGuard({ allowed: settings.httpAllow }), now });
  const email = createEmailConnector({
    smtpUrl: async () => settings.smtpUrl ?? (await secrets.value(em(), SMTP_SECRET)),
    from: settings.mailFrom,
  });
  return {
    http: withSecrets(http, secrets, em),
    email: withSecrets(email, secrets, em),
    record: createRecordConnector({ em, now }),
    notify: createNotifyConnector({ em, now }),
    log: ({ idempotencyKey, instanceId, input }) => {
      log.info({ idempotencyKey, instanceId, inputs: Object.keys(input) }, 'a service task ran');
      return Promise.resolve({});
    },
  };
}
