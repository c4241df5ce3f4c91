import type { Draw } from './Draw.ts';

/** Names that expressions read; some are there, some are not, some are also functions or begin like others. */
export const NAMES = [
  'a',
  'b',
  'c',
  'd',
  'amount',
  'stage',
  'deal',
  'list',
  '客户',
  'Credit Score',
  'Credit',
  'min',
  'date',
  'starts',
  'x_1',
  'toString',
] as const;

/** Names of entries in contexts; some the parser reads together with what follows. */
export const ENTRIES = ['a', 'b', 'amount', 'stage', 'length', '等级', 'constructor'] as const;

const NUMBERS = [
  '0',
  '1',
  '2',
  '-1',
  '-0',
  '10',
  '0.1',
  '0.2',
  '0.3',
  '.5',
  '1000000',
  '12345678901234567890',
] as const;
const LARGE = ['1.7', '99999999999999999999999999999999', `9${'9'.repeat(308)}`, '0.000000001', '-2.5', '007'] as const;
const TEXTS = ['"a"', '"b"', '""', '"7"', '"ab"', '"华东"', '"a\\nb"', '"\\u0041"', '"🐎"', '" "', '"date("'] as const;
const COMPARES = ['=', '!=', '<', '<=', '>', '>='] as const;
const UNARY = [
  'not',
  'abs',
  'floor',
  'ceiling',
  'upper case',
  'lower case',
  'string length',
  'string',
  'count',
] as const;
const BINARY = ['contains', 'starts with', 'ends with', 'list contains'] as const;
/** Left to the interpreter. */
const OTHERS = [
  'now()',
  '{ a: 1 }',
  'date("2026-01-02")',
  'list[1]',
  'duration("P1D")',
  'min(1, 2)',
  'nothing(1)',
] as const;

/** An expression as people write them, only wilder. */
export function drawExpression(draw: Draw, depth = 3): string {
  if (depth === 0 || draw.oneIn(6)) return leaf(draw);
  const inner = (): string => drawExpression(draw, depth - 1);
  switch (draw.below(14)) {
    case 0:
    case 1:
      return `${inner()}${gap(draw)}and${gap(draw)}${inner()}`;
    case 2:
      return `${inner()} or ${inner()}`;
    case 3:
    case 4:
    case 5:
      return `${inner()} ${draw.from(COMPARES)} ${inner()}`;
    case 6:
    case 7:
      return `${inner()}${blank(draw)}${draw.from(['+', '-', '*', '/', '**', '-', '+'])}${blank(draw)}${inner()}`;
    case 8:
      return `if ${inner()} then ${inner()} else ${inner()}`;
    case 9:
      return `${inner()} in ${tests(draw, inner)}`;
    case 10:
      return `${inner()} between ${inner()} and ${inner()}`;
    case 11:
      return `${draw.from(UNARY)}(${inner()})`;
    case 12:
      return draw.oneIn(2) ? `${draw.from(BINARY)}(${inner()}, ${inner()})` : `[${inner()}, ${inner()}]`;
    default:
      return draw.oneIn(6) ? `-${inner()}` : `(${inner()})`;
  }
}

function leaf(draw: Draw): string {
  switch (draw.below(12)) {
    case 0:
    case 1:
    case 2:
      return draw.from(NAMES);
    case 3:
    case 4:
      return `${draw.from(['deal', 'deal', 'a', 'list', 'c', 'Credit Score'])}.${path(draw)}`;
    case 5:
    case 6:
      return draw.from(NUMBERS);
    case 7:
      return draw.from(LARGE);
    case 8:
    case 9:
      return draw.from(TEXTS);
    case 10:
      return draw.from(['true', 'false', 'null', '[]', '[null]', '[1]', '["a"]']);
    default:
      return draw.oneIn(3) ? draw.from(OTHERS) : draw.from(NAMES);
  }
}

function path(draw: Draw): string {
  const name = draw.from(ENTRIES);
  // what may also be a name of several words
  if (draw.oneIn(6)) return draw.from(['b-c', 'a - 1', 'b and c', 'stage in ["a"]']);
  return draw.oneIn(4) ? `${name}.${draw.from(ENTRIES)}` : name;
}

function tests(draw: Draw, inner: () => string): string {
  switch (draw.below(7)) {
    case 0:
      return `${draw.from(['[', '(', ']'])}${inner()}..${inner()}${draw.from([']', ')', '['])}`;
    case 1:
      return `(${draw.from(COMPARES)} ${inner()})`;
    case 2:
      return `(${inner()}, ${draw.from(COMPARES)} ${inner()}, [${inner()}..${inner()}])`;
    case 3:
      return `(${leaf(draw)}, ${leaf(draw)}, ${leaf(draw)})`;
    case 4:
      return `[${leaf(draw)}, ${leaf(draw)}]`;
    case 5:
      return `[${draw.from(NUMBERS)}..${draw.from(NUMBERS)}]`;
    default:
      return inner();
  }
}

function blank(draw: Draw): string {
  return draw.oneIn(3) ? '' : ' ';
}

function gap(draw: Draw): string {
  return draw.oneIn(12) ? draw.from(['  ', '\n ', ' /* and */ ']) : ' ';
}
