import { expect, test } from 'vitest';
import { sameTrace } from './sameTrace.ts';

test.each([
  [['a', 'b'], ['b', 'a'], true],
  [['a', 'a'], ['a'], false],
  [['GenericError'], ['DeploymentFailed'], true],
  [['Task1', 'GenericError'], ['RuntimeException', 'Task1'], true],
  [['GenericError'], ['NotSupported'], false],
  [['GenericError'], [], false],
  [['RuntimeException'], ['ErrorThrownErrorEvent'], false],
])('%j and %j: %s', (expected, actual, same) => {
  expect(sameTrace(expected, actual)).toBe(same);
});
