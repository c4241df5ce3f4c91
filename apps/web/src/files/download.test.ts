import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test('a model name becomes a file name that every system takes', () => {
  expect(fileName('Standard sale', 'bpmn')).toBe('Standard sale.bpmn');
  expect(fileName('标准销售/五阶段', 'svg')).toBe('标准销售 五阶段.svg');
  expect(fileName('///', 'bpmn')).toBe('process.bpmn');
});
