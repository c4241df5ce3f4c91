import type { ClientBase } from 'pg';

/** Ends a connection without a word to the other side, which may be gone: what is under way on it fails. */
export function cutConnection(client: ClientBase): void {
  // the driver's types do not tell of its socket
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
