import type { Secrets, Webhooks } from '@dealwright/connectors';
import type { Evaluator } from '@dealwright/expression';
import type { AssignmentResolver, Runtime } from '@dealwright/runtime';
import type { EntityManager } from '@dealwright/store';
import type { Bus } from './Bus.ts';
import type { TemplateSummary } from './contract/index.ts';
import type { Log } from './Context.ts';

/** What the services are made with, once per server. Time, randomness and identity come in from outside. */
export interface Platform {
  /** a fresh EntityManager per unit of work */
  readonly em: () => EntityManager;
  readonly runtime: Runtime;
  readonly evaluator: Evaluator;
  /** who gets a task; the same as the runtime asks */
  readonly assign: AssignmentResolver;
  readonly secrets: Secrets;
  readonly webhooks: Webhooks;
  /** epoch milliseconds */
  readonly now: () => number;
  /** new, sortable, unique id */
  readonly newId: () => string;
  /** new secret for a link or a session: at least 256 random bits, safe in a URL */
  readonly newToken: () => string;
  /** 0 inclusive to 1 exclusive; for made-up data, never for secrets */
  readonly random: () => number;
  readonly bus: Bus;
  readonly log: Log;
  /** the address people use, without a slash at the end: what links are made with */
  readonly origin: string;
  readonly templates: readonly TemplateSummary[];
  readonly version: string;
  readonly database: 'pglite' | 'postgresql';
}
