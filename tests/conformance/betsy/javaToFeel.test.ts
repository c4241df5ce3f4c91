import { expect, test } from 'vitest';
import { javaToFeel } from './javaToFeel.ts';

test.each([
  ['test.contains("a")', 'contains(test, "a")'],
  ['\n   !test.contains("a")\n ', 'not(contains(test, "a"))'],
  ['integerVariable<3', 'integerVariable < 3'],
  ['${integerVariable}', 'integerVariable'],
  ["test.contains('a') && !(n >= 3 || n == 0)", 'contains(test, "a") and not((n >= 3 or n = 0))'],
  ['test.equals("a")', '(test = "a")'],
  ['"a".equals(test)', '("a" = test)'],
  ['test.length() > 2', 'string length(test) > 2'],
  ['n % 2 == 0 ? "even" : "odd"', 'if modulo(n, 2) = 0 then "even" else "odd"'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a || b) && c', '(a or b) and c'],
  ['a == (b == c)', 'a = (b = c)'],
  ['#{true}', 'true'],
])('%s becomes %s', (java, feel) => {
  expect(javaToFeel(java)).toBe(feel);
});

test.each(['a = 3', 'x.frobnicate(1)', 'contains(test, "a")', 'a &&', '', 'if a then b else c', 'x["a"]'])(
  'what is not understood is left alone: %s',
  (source) => {
    expect(javaToFeel(source)).toBeNull();
  },
);
