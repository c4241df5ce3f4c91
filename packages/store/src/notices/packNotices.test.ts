import { expect, test } from 'vitest';
import { type Packet, packNotices, type Word } from './packNotices.ts';

test('every word arrives in order, in packets that PostgreSQL takes', () => {
  const words = Array.from({ length: 2_000 }, (_, at): Word => ['live', `交易 ${at} "${'x'.repeat(at % 90)}"`]);
  const packets = packNotices('s1', words);
  for (const packet of packets) expect(Buffer.byteLength(packet)).toBeLessThan(8_000);
  expect(packets.flatMap((packet) => (JSON.parse(packet) as Packet).words)).toEqual(words);
  expect(packets.length).toBeLessThan(30);
});

test('a word that is too long for any packet keeps no other from arriving', () => {
  const packets = packNotices('s1', [
    ['live', 'a'],
    ['live', '长'.repeat(4_000)],
    ['live', 'b'],
  ]);
  expect(packets).toEqual(['{"from":"s1","words":[["live","a"],["live","b"]]}']);
  expect(packNotices('s1', [])).toEqual([]);
});
