import { describe, expect, it } from 'vitest';
import { javaToFeel } from './javaToFeel.ts';
import { juelToFeel } from './juelToFeel.ts';
import { templateToFeel } from './templateToFeel.ts';
import { conditionToFeel } from './expressions.ts';

/** JUEL without the braces, and the FEEL that it becomes. */
const SAME_IN_BOTH: readonly (readonly [string, string])[] = [
  ["amount >= 10 && region == 'EU'", 'amount >= 10 and region = "EU"'],
  ['a === 1 || b !== 2', 'a = 1 or b != 2'],
  ['(a || b) && !c', '(a or b) and not(c)'],
  ['!(a && (b || c))', 'not(a and (b or c))'],
  ['!!a', 'not(not(a))'],
  ['!a == b', 'not(a) = b'],
  ['(a == b) == c', '(a = b) = c'],
  ['a - (b - c) == 1', 'a - (b - c) = 1'],
  ['a - b - c == 1', 'a - b - c = 1'],
  ['a * (b + c) / -d == 1.5', 'a * (b + c) / -d = 1.5'],
  ['1e3 == .5', '1000 = 0.5'],
  ['n % 2 == 0', '(if n < 0 then -modulo(-n, 2) else modulo(n, 2)) = 0'],
  ['a ? b : c', 'if a then b else c'],
  ['a ? b ? 1 : 2 : c ? 3 : 4', 'if a then (if b then 1 else 2) else if c then 3 else 4'],
  ['(a ? 1 : 2) + 1 == b', '(if a then 1 else 2) + 1 = b'],
  ["deal['value'] == null", 'deal.value = null'],
  ["deal['first name'] != true", 'get value(deal, "first name") != true'],
  ['\'it\\\'s\' == "\\"x\\""', '"it\'s" = "\\"x\\""'],
  ["list[0].name == 'a'", 'list[1].name = "a"'],
  ['list[n - 1] == 2', 'list[n - 1 + 1] = 2'],
  ['test.contains("a")', 'if string(test) = test then contains(test, "a") else list contains(test, "a")'],
  ['!test.contains("a")', 'not(if string(test) = test then contains(test, "a") else list contains(test, "a"))'],
  [
    'test.contains("a") && !x',
    '(if string(test) = test then contains(test, "a") else list contains(test, "a")) and not(x)',
  ],
  ['list.contains(3)', 'list contains(list, 3)'],
  ['"abc".contains(x)', 'contains("abc", x)'],
  ['name.toLowerCase().contains("a")', 'contains(lower case(name), "a")'],
  ['name.startsWith("a") || name.endsWith(b.c)', 'starts with(name, "a") or ends with(name, b.c)'],
  ['"a".equals(name)', '"a" = name'],
  ['a.equalsIgnoreCase("X")', 'lower case(a) = lower case("X")'],
  ['name.length() > 2', 'string length(name) > 2'],
  ['list.size() > 2', 'count(list) > 2'],
  ['!list.isEmpty()', 'not(list contains([null, ""], list) or count(list) = 0)'],
  ['name.toUpperCase() == "A"', 'upper case(name) = "A"'],
  ['name.substring(2) == "x"', 'substring(name, 3) = "x"'],
  ['name.substring(0, 3) == "x"', 'substring(name, 1, 3) = "x"'],
  ['name.substring(1, 3) == "x"', 'substring(name, 2, 2) = "x"'],
  ['name.substring(a, b + 1) == "x"', 'substring(name, a + 1, b + 1 - a) = "x"'],
  ['execution.getVariable("x") == 1', 'x = 1'],
  ['execution.hasVariable("x")', 'x != null'],
  ['deal.getOwnerName() == "a"', 'deal.ownerName = "a"'],
  ['map.get("key") == list.get(0)', 'map.key = list[1]'],
  ['S(order).prop("total").numberValue() > 3', 'order.total > 3'],
  ['"a" + n == b', '"a" + string(n) = b'],
  ['n.toString() + 1 == b', 'string(n) + string(1) = b'],
];

describe('JUEL and Java', () => {
  it.each(SAME_IN_BOTH)('%s becomes %s', (source, feel) => {
    expect(juelToFeel(`\${${source}}`)).toBe(feel);
    expect(javaToFeel(source)).toBe(feel);
    expect(conditionToFeel(` #{ ${source} } `)).toBe(feel);
    expect(conditionToFeel(` ${source} `)).toBe(feel);
  });
});

describe('JUEL alone', () => {
  it.each([
    ['${integerVariable}', 'integerVariable'],
    ['${x > 3}', 'x > 3'],
    ['${a eq b and c ne d or not e}', 'a = b and c != d or not(e)'],
    ['${a lt 1 and b le 2 and c gt 3 and d ge 4}', 'a < 1 and b <= 2 and c > 3 and d >= 4'],
    ['${a div 2 > 1}', 'a / 2 > 1'],
    ['${empty name}', 'list contains([null, ""], name) or count(name) = 0'],
    ['${not empty list && x}', 'not(list contains([null, ""], list) or count(list) = 0) and x'],
    ['${true}', 'true'],
    ['${"}" == x}', '"}" = x'],
    ['${nrOfCompletedInstances / nrOfInstances >= 0.5}', 'numberOfCompletedInstances / numberOfInstances >= 0.5'],
    ['${nrOfActiveInstances == 1}', 'numberOfActiveInstances = 1'],
    ['${loopCounter == 2}', 'loopCounter - 1 = 2'],
    ['${people[loopCounter]}', 'people[loopCounter]'],
    ['${people[loopCounter + 1]}', 'people[loopCounter - 1 + 1 + 1]'],
  ])('%s becomes %s', (source, feel) => {
    expect(juelToFeel(source)).toBe(feel);
  });

  it.each([
    '${bean.decide(a)}',
    '${now()}',
    '${execution.processInstanceId}',
    '${execution.setVariable("x", 1)}',
    '${execution.getVariable(name)}',
    '${a[b]}',
    '${a[-1]}',
    '${n % m}',
    '${some == 1}',
    '${$x == 1}',
    '${a}${b}',
    'x ${a}',
    '${a',
    '${a b}',
    '${a ==}',
    '${a ? b}',
    '${3x}',
    '${}',
    '${{}}',
    'a',
    `\${${'('.repeat(60)}a${')'.repeat(60)}}`,
    `\${${'!'.repeat(5000)}a}`,
    `\${${'a % 7 + '.repeat(100)}1}`,
    `\${${'('.repeat(30)}a${' % 7)'.repeat(30)}}`,
  ])('%s has no equal', (source) => {
    expect(juelToFeel(source)).toBeNull();
  });
});

describe('FEEL stays as it is', () => {
  it.each([
    'x = 3',
    'x > 3 and y < 4',
    'not(x)',
    'integerVariable<3',
    'if a then b else c',
    'list[1] = "a"',
    'contains(test, "a && b")',
    'x in [1..5]',
    'count(items[price > 3]) > 0',
    'date("2026-01-01").year = 2026',
    'x.frobnicate(1)',
    'some x in list satisfies x = 1',
    '{a: 1}.a = 1',
    'a lt b',
    'empty',
    'a && b.unknown()',
    'loopCounter < 3',
  ])('%s', (source) => {
    expect(javaToFeel(source)).toBeNull();
    expect(conditionToFeel(`  ${source}`)).toBe(source);
    expect(conditionToFeel(`= ${source}`)).toBe(source);
  });

  it('loopCounter counts from 1 where nobody says that it is Camunda 7', () => {
    expect(javaToFeel('loopCounter == 1')).toBe('loopCounter = 1');
  });
});

describe('text with expressions in it', () => {
  it.each([
    ['Hello', '"Hello"'],
    ['5', '"5"'],
    ['', '""'],
    ['a "quoted" \\ text', '"a \\"quoted\\" \\\\ text"'],
    ['${amount}', 'amount'],
    ['${a}-${b + 1}', 'string join([string(a), "-", string(b + 1)])'],
    ['Deal ${deal.name} of #{"}"}', 'string join(["Deal ", string(deal.name), " of ", string("}")])'],
    ['\\${literal}', '"${literal}"'],
    ['100 $ {x}', '"100 $ {x}"'],
    ['Deal ${bean.name()}', null],
    ['Deal ${name', null],
  ])('%s becomes %s', (source, feel) => {
    expect(templateToFeel(source)).toBe(feel);
  });
});
