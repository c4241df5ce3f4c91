import { atLeast, atom, call, choice, comparison, LEVEL, plus, textLiteral, type Feel } from './Feel.ts';
import { feelName, isCounter, isFeelName } from './feelNames.ts';
import { Untranslatable, type BinaryOperator, type Juel, type UnaryOperator } from './Juel.ts';
import { isEmpty, methodToFeel } from './methodToFeel.ts';

export interface WriteOptions {
  /** `loopCounter` counts from 0, as in Camunda 7 and its kin, who write JUEL; BPMN's and ours counts from 1 */
  readonly countsFromZero: boolean;
}

/** Longer FEEL is not evaluated anyway; some forms repeat their parts. */
const MAX_LENGTH = 4000;

/** Writes a tree as FEEL (DMN 1.3, 10.3). Throws `Untranslatable` for what has no equal there. */
export function writeFeel(tree: Juel, options: WriteOptions): Feel {
  const feel = toFeel(tree, options);
  if (feel.text.length > MAX_LENGTH) throw new Untranslatable();
  return feel;
}

function toFeel(tree: Juel, options: WriteOptions): Feel {
  const write = (part: Juel): Feel => writeFeel(part, options);
  switch (tree.kind) {
    case 'text':
      return textLiteral(tree.value);
    case 'number':
      return atom(tree.source, 'number');
    case 'constant':
      return atom(tree.value, tree.value === 'null' ? 'any' : 'boolean');
    case 'name':
      return variable(tree.name, options);
    case 'property':
      return property(write(tree.of), tree.name);
    case 'index':
      return entry(write(tree.of), tree.index, options);
    case 'call':
      return tree.on ? methodToFeel(tree.on, tree.name, tree.args, write) : wrapped(tree.name, tree.args, write);
    case 'unary':
      return unary(tree.operator, write(tree.operand));
    case 'binary':
      return binary(tree.operator, write(tree.left), write(tree.right));
    case 'choice':
      return choice(write(tree.condition), write(tree.whenTrue), write(tree.whenFalse));
  }
}

function variable(name: string, { countsFromZero }: WriteOptions): Feel {
  // the execution is the other engine's own object: there is none here
  if (name === 'execution') throw new Untranslatable();
  const feel = atom(feelName(name), isCounter(name) ? 'number' : 'any');
  return name === 'loopCounter' && countsFromZero ? plus(feel, -1) : feel;
}

function property(of: Feel, name: string): Feel {
  if (!isFeelName(name)) return call('get value', 'any', of, textLiteral(name));
  return atom(`${atLeast(of, LEVEL.path)}.${name}`);
}

/** `a['b']` is an entry, `a[0]` the first of a list, which FEEL counts from 1. What an index by name means can't be told. */
function entry(of: Feel, index: Juel, options: WriteOptions): Feel {
  if (index.kind === 'text') return property(of, index.value);
  const position = writeFeel(index, options);
  if (position.type !== 'number' || index.kind === 'unary') throw new Untranslatable();
  const isCounted = index.kind === 'name' && index.name === 'loopCounter' && options.countsFromZero;
  return atom(`${atLeast(of, LEVEL.path)}[${isCounted ? 'loopCounter' : plus(position, 1).text}]`);
}

/** Camunda Spin's `S(x)` and `JSON(x)` make of a variable what it is here anyway. */
function wrapped(name: string, args: readonly Juel[], write: (tree: Juel) => Feel): Feel {
  const [value] = args;
  if ((name !== 'S' && name !== 'JSON') || args.length !== 1 || !value) throw new Untranslatable();
  return write(value);
}

function unary(operator: UnaryOperator, operand: Feel): Feel {
  if (operator === 'empty') return isEmpty(operand);
  if (operator === 'not') return call('not', 'boolean', operand);
  return { text: `-${atLeast(operand, LEVEL.path)}`, level: LEVEL.minus, type: 'number' };
}

function binary(operator: BinaryOperator, left: Feel, right: Feel): Feel {
  switch (operator) {
    case 'or':
    case 'and': {
      const level = LEVEL[operator];
      return { text: `${atLeast(left, level)} ${operator} ${atLeast(right, level)}`, level, type: 'boolean' };
    }
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(left, operator, right);
    case '+':
      return left.type === 'string' || right.type === 'string' ? joined(left, right) : sum('+', left, right);
    case '-':
      return sum('-', left, right);
    case '*':
    case '/': {
      const text = `${atLeast(left, LEVEL.product)} ${operator} ${atLeast(right, LEVEL.minus)}`;
      return { text, level: LEVEL.product, type: 'number' };
    }
    case '%':
      return remainder(left, right);
  }
}

function sum(operator: '+' | '-', left: Feel, right: Feel, type: 'number' | 'string' = 'number'): Feel {
  return { text: `${atLeast(left, LEVEL.sum)} ${operator} ${atLeast(right, LEVEL.product)}`, level: LEVEL.sum, type };
}

/** Text and something else: FEEL only joins texts. */
function joined(left: Feel, right: Feel): Feel {
  const asText = (part: Feel) => (part.type === 'string' ? part : call('string', 'string', part));
  return sum('+', asText(left), asText(right), 'string');
}

/** Java's remainder has the sign of what is divided, FEEL's modulo that of the divisor: alike above zero only. */
function remainder(left: Feel, right: Feel): Feel {
  if (!/^\d+(\.\d+)?$/.test(right.text)) throw new Untranslatable();
  const negated = unary('minus', call('modulo', 'number', unary('minus', left), right));
  return choice(comparison(left, '<', atom('0', 'number')), negated, call('modulo', 'number', left, right));
}
