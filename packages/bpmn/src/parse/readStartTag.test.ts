import { expect, test } from 'vitest';
import { readStartTag } from './readStartTag.ts';

function read(tag: string): string | null {
  const found = readStartTag(`before${tag}after`, 'before'.length);
  if (!found) return null;
  const attributes = found.attributes.map(({ name, value }) => `${name}:${value}`).join(' ');
  return `${found.kind} ${found.name} [${attributes}] ${found.end - 'before'.length === tag.length ? 'whole' : 'part'}`;
}

test.each([
  ['<a>', 'open a [] whole'],
  ['<a/>', 'empty a [] whole'],
  ['<bpmn:task id="t" name="Call" />', 'empty bpmn:task [id:t name:Call] whole'],
  [`<a b = '>"' \n c="d'e">`, `open a [b:>" c:d'e] whole`],
  ['<a b="1" b="2">', 'open a [b:1] whole'],
  ['<a b="&lt;">', 'open a [b:&lt;] whole'],
])('a tag as tools write it: %s', (tag, told) => {
  expect(read(tag)).toBe(told);
});

test.each([
  ['<任务 名="值">', 'open 任务 [名:值] whole'],
  ['<a b=c d="e">', 'open a [d:e] whole'],
  ['<a b="1"c="2">', 'open a [b:1] whole'],
  ['<a b="1" / c="2">', 'open a [b:1 c:2] whole'],
  ['<a 名="1" 名="2"/>', 'empty a [名:1] whole'],
])('a tag that is odd is read as far as it goes: %s', (tag, told) => {
  expect(read(tag)).toBe(told);
});

test('attributes without end are read, and of each name the first', () => {
  const many = Array.from({ length: 100 }, (_, at) => `a${at}="${at}"`).join(' ');
  const { attributes } = readStartTag(`<a ${many} a0="again" b="1">`, 0) ?? { attributes: [] };
  expect(attributes).toHaveLength(101);
  expect(attributes[0]).toEqual({ name: 'a0', value: '0' });
});

test.each(['<a b="c>', '<a <b>', '<a b', '<'])('a tag that is not closed is none: %s', (tag) => {
  expect(readStartTag(tag, 0)).toBeNull();
});
