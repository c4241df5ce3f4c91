let told = Number.NaN;
let text = '';

/** Epoch milliseconds as ISO 8601 in UTC. The last one is kept: a command asks for the same moment many times. */
export function instant(epochMs: number): string {
  if (epochMs !== told) {
    text = new Date(epochMs).toISOString();
    told = epochMs;
  }
  return text;
}
