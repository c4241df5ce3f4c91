import type { LiveChange } from './contract/index.ts';

/** `session-ended` ends a person's open live connections at once; it is never sent to a browser. */
export type BusEvent = LiveChange | { readonly kind: 'session-ended'; readonly personId: string };

/** Tells every listener of this server process that something changed. */
export interface Bus {
  publish(event: BusEvent): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: BusEvent) => void): () => void;
}

/** A bus within one process. A listener that throws does not keep the others from hearing. */
export function createBus(onListenerError: (error: unknown) => void): Bus {
  const listeners = new Set<(event: BusEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
