/** PostgreSQL takes payloads of less than 8000 bytes. */
const MOST_BYTES = 7_900;

/** One word: its topic and its text. */
export type Word = readonly [topic: string, text: string];

/** What is sent at once: who says it, and what; no words only say that the server is there. */
export interface Packet {
  readonly from: string;
  /** asks the others to say that they are there */
  readonly hello?: boolean;
  readonly words: readonly Word[];
}

/** The packets, as texts that each fit in one notice, in order. A word too long for any is left out. */
export function packNotices(from: string, words: readonly Word[]): string[] {
  const empty = Buffer.byteLength(JSON.stringify({ from, words: [] } satisfies Packet));
  const packets: Word[][] = [];
  let left = 0;
  for (const word of words) {
    const bytes = Buffer.byteLength(JSON.stringify(word)) + 1;
    if (empty + bytes > MOST_BYTES) continue;
    if (bytes > left) {
      packets.push([]);
      left = MOST_BYTES - empty;
    }
    packets.at(-1)?.push(word);
    left -= bytes;
  }
  return packets.map((packed) => JSON.stringify({ from, words: packed } satisfies Packet));
}
