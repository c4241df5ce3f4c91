import { atLeast, atom, call, choice, comparison, LEVEL, plus, type Feel } from './Feel.ts';
import { Untranslatable, type Juel } from './Juel.ts';
import { isFeelName } from './feelNames.ts';

type Write = (tree: Juel) => Feel;
type Method = (on: Feel, args: readonly Feel[]) => Feel;

/** Methods of Java's strings and collections with an equal in FEEL (DMN 1.3, 10.3.4), by name and number of arguments. */
const METHODS: Readonly<Record<string, Method>> = {
  'contains/1': contains,
  'startsWith/1': (on, args) => call('starts with', 'boolean', on, ...args),
  'endsWith/1': (on, args) => call('ends with', 'boolean', on, ...args),
  'equals/1': (on, [other]) => comparison(on, '=', need(other)),
  'equalsIgnoreCase/1': (on, [other]) =>
    comparison(call('lower case', 'string', on), '=', call('lower case', 'string', need(other))),
  'length/0': (on) => call('string length', 'number', on),
  'size/0': (on) => call('count', 'number', on),
  'isEmpty/0': isEmpty,
  'toUpperCase/0': (on) => call('upper case', 'string', on),
  'toLowerCase/0': (on) => call('lower case', 'string', on),
  'toString/0': (on) => call('string', 'string', on),
  'substring/1': (on, [from]) => call('substring', 'string', on, plus(need(from), 1)),
  'substring/2': (on, [from, to]) => call('substring', 'string', on, plus(need(from), 1), length(need(from), need(to))),
  // Camunda Spin's wrappers of JSON values
  'value/0': (on) => on,
  'stringValue/0': (on) => on,
  'numberValue/0': (on) => on,
  'boolValue/0': (on) => on,
};

/**
 * A method call as FEEL; null for what has no equal. `execution.getVariable("x")` is the variable x, `getX()` the
 * property x of a bean, `get("x")` and Spin's `prop("x")` an entry.
 */
export function methodToFeel(on: Juel, name: string, args: readonly Juel[], write: Write): Feel {
  if (on.kind === 'name' && on.name === 'execution') return ofExecution(name, args, write);
  const [first] = args;
  const isEntry =
    (first?.kind === 'text' && (name === 'get' || name === 'prop')) || (first?.kind === 'number' && name === 'get');
  if (first && isEntry && args.length === 1) return write({ kind: 'index', of: on, index: first });
  const bean = /^get([A-Z]\w*)$/.exec(name)?.[1];
  if (bean !== undefined && bean !== 'Class' && args.length === 0) {
    return write({ kind: 'property', of: on, name: `${bean.charAt(0).toLowerCase()}${bean.slice(1)}` });
  }
  const key = `${name}/${args.length}`;
  const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined;
  if (!method) throw new Untranslatable();
  return method(write(on), args.map(write));
}

/** Of the execution, only its variables exist here. */
function ofExecution(name: string, args: readonly Juel[], write: Write): Feel {
  const [variable] = args;
  if (args.length !== 1 || variable?.kind !== 'text' || !isFeelName(variable.value)) throw new Untranslatable();
  const value = write({ kind: 'name', name: variable.value });
  if (name === 'getVariable' || name === 'getVariableLocal') return value;
  if (name !== 'hasVariable' && name !== 'hasVariableLocal') throw new Untranslatable();
  return comparison(value, '!=', atom('null'));
}

/**
 * Java's `contains` is a string's and a collection's, FEEL has a function for each. Where it can't be told which is
 * meant, the value itself tells: only a string equals its own text.
 */
function contains(on: Feel, [part]: readonly Feel[]): Feel {
  const sought = need(part);
  const inText = call('contains', 'boolean', on, sought);
  const inList = call('list contains', 'boolean', on, sought);
  if (on.type === 'string') return inText;
  if (sought.type !== 'any' && sought.type !== 'string') return inList;
  return choice(comparison(call('string', 'string', on), '=', on), inText, inList);
}

/** Null, an empty text or an empty list (EL 2.2, 1.10). */
export function isEmpty(on: Feel): Feel {
  const text = `list contains([null, ""], ${on.text}) or count(${on.text}) = 0`;
  return { text, level: LEVEL.or, type: 'boolean' };
}

/** From the first to before the last, counted from 0: how many characters that is. */
function length(from: Feel, to: Feel): Feel {
  if (from.text === '0') return to;
  if (/^\d+$/.test(from.text)) return plus(to, -Number(from.text));
  return { text: `${atLeast(to, LEVEL.sum)} - ${atLeast(from, LEVEL.product)}`, level: LEVEL.sum, type: 'number' };
}

function need(feel: Feel | undefined): Feel {
  if (!feel) throw new Untranslatable();
  return feel;
}
