import { expect, it } from 'vitest';
import { initialsOf } from './initialsOf.ts';

it.each([
  ['Darcel Schlecht', 'DS'],
  ['Mei-Mei Johns Smith', 'MJ'],
  ['王小明', '小明'],
  ['李静', '李静'],
  ['林静怡 Jingyi Lin', '静怡'],
  ['admin', 'A'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
