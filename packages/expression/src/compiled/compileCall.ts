import type { Json } from '../Json.ts';
import { bail } from './bail.ts';
import { nameOf } from './names.ts';
import { nodeParts } from './nodeParts.ts';
import type { CompilePart, Part, SyntaxNode } from './Part.ts';

/** A call of a built-in function that is cheap. A variable of its name comes before it: then the interpreter answers. */
export function compileCall(source: string, node: SyntaxNode, compile: CompilePart): Part {
  const [called, , given] = nodeParts(node);
  if (called?.name !== 'VariableName' || given?.name !== 'PositionalParameters') return bail();
  const name = nameOf(source, called);
  const parameters = nodeParts(given).map(compile);
  const call = UNARY.get(name);
  const binary = BINARY.get(name);
  if (call && parameters.length === 1) {
    const parameter = parameters[0] ?? bail();
    return (run) => (Object.hasOwn(run.variables, name) ? bail() : call(parameter(run)));
  }
  if (binary && parameters.length === 2) {
    const [first, second] = [parameters[0] ?? bail(), parameters[1] ?? bail()];
    return (run) => (Object.hasOwn(run.variables, name) ? bail() : binary(first(run), second(run)));
  }
  return bail();
}

const UNARY: ReadonlyMap<string, (value: Json) => Json> = new Map<string, (value: Json) => Json>([
  ['not', (value) => (typeof value === 'boolean' ? !value : null)],
  ['abs', (value) => (typeof value === 'number' ? Math.abs(value) : null)],
  ['floor', (value) => (typeof value === 'number' ? Math.floor(value) : nothing(value))],
  ['ceiling', (value) => (typeof value === 'number' ? Math.ceil(value) : nothing(value))],
  ['upper case', (value) => (typeof value === 'string' ? value.toUpperCase() : nothing(value))],
  ['lower case', (value) => (typeof value === 'string' ? value.toLowerCase() : nothing(value))],
  ['string length', (value) => (typeof value === 'string' ? symbols(value) : nothing(value))],
  ['string', (value) => (value === null ? null : typeof value === 'object' ? bail() : String(value))],
  ['count', (value) => (Array.isArray(value) ? value.length : value === null ? null : 1)],
]);

const BINARY: ReadonlyMap<string, (a: Json, b: Json) => Json> = new Map<string, (a: Json, b: Json) => Json>([
  ['contains', texts((text, part) => text.includes(part))],
  ['starts with', texts((text, part) => text.startsWith(part))],
  ['ends with', texts((text, part) => text.endsWith(part))],
  [
    'list contains',
    (list, element) =>
      Array.isArray(list) && (element === null || typeof element !== 'object')
        ? list.some((other) => other === element)
        : bail(),
  ],
]);

function texts(answer: (text: string, part: string) => Json): (a: Json, b: Json) => Json {
  return (a, b) => {
    if (typeof a === 'string' && typeof b === 'string') return answer(a, b);
    return nothing(a) ?? nothing(b);
  };
}

/** Of a value of the wrong kind there is no result; a list may stand for the one value that is in it. */
function nothing(value: Json): null {
  return Array.isArray(value) ? bail() : null;
}

/** Characters as Unicode counts them: a pair of surrogates is one. */
function symbols(text: string): number {
  return text.replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
}
