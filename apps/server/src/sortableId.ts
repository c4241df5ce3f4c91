import { randomFillSync } from 'node:crypto';

/** Random bytes are fetched for so many ids at once: a fetch costs more than an id. */
const AT_ONCE = 128;

/**
 * A source of UUIDs of version 7 (RFC 9562, section 5.7): sorted by time, and by order within a millisecond, so that
 * new rows go to the end of an index.
 *
 * @param now epoch milliseconds
 */
export function createSortableIds(now: () => number): () => string {
  let last = 0;
  let counter = 0;
  const pool = Buffer.alloc(16 * AT_ONCE);
  let next = pool.length;
  return () => {
    const time = Math.max(now(), last);
    counter = time === last ? counter + 1 : 0;
    // the counter has the 12 bits after the version; a full one borrows the next millisecond
    const stamp = counter > 0xfff ? time + 1 : time;
    if (counter > 0xfff) counter = 0;
    last = stamp;
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    const bytes = pool.subarray(next, (next += 16));
    bytes.writeUIntBE(stamp, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
