import type { Json, JsonObject } from '../Json.ts';
import type { Draw } from './Draw.ts';
import { ENTRIES, NAMES } from './drawExpression.ts';

/** Entries that the parser, or the look-up of a name, may take for others. */
const ODD_ENTRIES = [
  'b-c',
  'a - 1',
  'b and c',
  ' amount ',
  'in',
  'and',
  'a.b',
  'stage in',
  'amount  ',
  'x y',
  '__proto__',
] as const;
const NUMBERS = [0, -0, 1, 2, -1, 7, 10, 0.1, 0.2, 0.3, 0.1 + 0.2, 1.5, 1e21, 1e-7, 1e308, 2 ** 53] as const;
const TEXTS = ['', 'a', 'b', 'ab', '7', '10', 'A', '华东', '🐎', ' ', 'a\nb', 'lost'] as const;

/** Variables of some of the names that expressions read. */
export function drawVariables(draw: Draw): JsonObject {
  const picked: string[] = NAMES.filter(() => !draw.oneIn(5));
  if (draw.oneIn(8)) picked.push(draw.from(['not', 'count', 'contains', 'starts with', 'string']));
  return Object.fromEntries(
    picked.map((name) => [name, ['deal', 'Credit Score'].includes(name) ? drawContext(draw, 2) : drawValue(draw, 2)]),
  );
}

function drawValue(draw: Draw, depth: number): Json {
  switch (draw.below(depth === 0 ? 8 : 11)) {
    case 0:
    case 1:
    case 2:
      return draw.from(NUMBERS);
    case 3:
    case 4:
      return draw.from(TEXTS);
    case 5:
      return draw.oneIn(2);
    case 6:
      return null;
    case 7:
      return draw.oneIn(30) ? 'half a character \ud800' : draw.from(NUMBERS);
    case 8:
      return Array.from({ length: draw.below(4) }, () => drawValue(draw, depth - 1));
    case 9:
      return Array.from({ length: draw.below(3) }, () => drawContext(draw, depth - 1));
    default:
      return drawContext(draw, depth - 1);
  }
}

function drawContext(draw: Draw, depth: number): JsonObject {
  const names: string[] = ENTRIES.filter(() => draw.oneIn(2));
  if (draw.oneIn(3)) names.push(draw.from(ODD_ENTRIES), draw.from(ODD_ENTRIES));
  return Object.fromEntries(names.map((name) => [name, drawValue(draw, Math.max(0, depth))]));
}
