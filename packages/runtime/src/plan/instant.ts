/** Epoch milliseconds as ISO 8601 in UTC. */
export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
