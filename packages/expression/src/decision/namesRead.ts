import { parseExpression, parseUnaryTests } from 'feelin';
import type { Boxed } from './DecisionModel.ts';

/** The names of variables that an expression may read from outside of itself. */
export function namesRead(boxed: Boxed): ReadonlySet<string> {
  switch (boxed.kind) {
    case 'literal':
      return inText(boxed.text);
    case 'table':
      return union([
        ...boxed.inputs.map(({ expression }) => inText(expression)),
        ...boxed.rules.flatMap(({ tests, results }) => [...tests.map(inTests), ...results.map(inText)]),
      ]);
    case 'context': {
      const own = new Set<string>();
      const read = boxed.entries.map(({ name, value }) => {
        const names = without(namesRead(value), own);
        if (name !== null) own.add(name);
        return names;
      });
      return union(read);
    }
    case 'list':
      return union(boxed.elements.map(namesRead));
    case 'relation':
      return union(boxed.rows.flat().map(namesRead));
    case 'invocation':
      return union(boxed.bindings.map(({ value }) => namesRead(value)));
    case 'function':
      return without(namesRead(boxed.body), new Set(boxed.parameters.map(({ name }) => name)));
  }
}

function inText(text: string): ReadonlySet<string> {
  return namesIn(text, () => parseExpression(text, {}, undefined));
}

/** A cell's tests have a grammar of their own (DMN 1.3, 10.3.1.2, rules 7 to 15). */
function inTests(text: string): ReadonlySet<string> {
  return namesIn(text, () => parseUnaryTests(text, {}, undefined));
}

function namesIn(text: string, parse: () => ReturnType<typeof parseExpression>): ReadonlySet<string> {
  const names = new Set<string>();
  if (/^\s*-?\s*$/u.test(text)) return names;
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
  parse().iterate({
    enter({ name, from, to }) {
      if (name === 'Identifier' || name === 'VariableName') names.add(text.slice(from, to));
    },
  });
  return new Set([...names].filter((name) => isFree(name, bare)));
}

/** Neither called, nor an entry of something, nor bound by a loop, a quantifier, a context or a function inside. */
function isFree(name: string, text: string): boolean {
  const word = name.replaceAll(/[^\p{L}\p{N}_]/gu, String.raw`\$&`);
  const alone = new RegExp(`(?<![\\p{L}\\p{N}_]|(?<!\\.)\\.\\s*)${word}(?![\\p{L}\\p{N}_]|\\s*[(:])`, 'u').test(text);
  const bound = new RegExp(
    `(?:\\b(?:for|some|every)\\s+|,\\s*)${word}\\s+in\\b|\\bfunction\\s*\\([^)]*\\b${word}\\b`,
    'u',
  );
  return alone && !bound.test(text);
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function without(names: ReadonlySet<string>, bound: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !bound.has(name)));
}
