import type { EntityManager } from '@dealwright/store';
import type { Connector } from '@dealwright/runtime';

/** Traces of what this server does. */
export interface Tracing {
  /** Does the work as a span under the one it is called in. What it throws is noted, and thrown on. */
  span<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** sends what is left, and ends */
  stop(): Promise<void>;
}

/** The same EntityManager, each of whose transactions is a span. */
export function tracedEm(tracing: Tracing, em: EntityManager): EntityManager {
  const plain = em.transactional.bind(em);
  em.transactional = (...all) => tracing.span('transaction', () => plain(...all));
  return em;
}

/** The same connectors, each of whose calls is a span. */
export function tracedConnectors(
  tracing: Tracing,
  connectors: Readonly<Record<string, Connector>>,
): Record<string, Connector> {
  return Object.fromEntries(
    Object.entries(connectors).map(([type, connector]): [string, Connector] => [
      type,
      (request, drawn) => tracing.span(`connector ${type}`, () => connector(request, drawn)),
    ]),
  );
}
