import { expect, test } from 'vitest';
import { GO_ON_WHEN, readReady, STOP_WHEN } from './readyCondition.ts';

test('what is written is read again, with its number', () => {
  for (const one of STOP_WHEN) {
    expect(readReady(one.write(3), STOP_WHEN)).toEqual({
      id: one.id,
      count: one.id === 'done' ? 3 : expect.any(Number),
    });
  }
  expect(readReady('activationCount>=2', GO_ON_WHEN)).toEqual({ id: 'arrived', count: 2 });
});

test('a condition of one’s own is none of them', () => {
  expect(readReady('numberOfCompletedInstances >= 2 and urgent', STOP_WHEN)).toBeNull();
  expect(readReady('activationCount > 2', GO_ON_WHEN)).toBeNull();
});
