import type { Json, JsonObject } from '../Json.ts';
import { bail } from './bail.ts';
import { isContext, known } from './known.ts';
import { nameOf } from './names.ts';
import { nodeParts, partAt } from './nodeParts.ts';
import type { CompilePart, Part, SyntaxNode } from './Part.ts';

/** `deal.amount`: an entry of a context, the entries of a list of contexts, null of anything else. */
export function compilePath(source: string, node: SyntaxNode, compile: CompilePart): Part {
  const parts = nodeParts(node);
  const from = partAt(parts, 0);
  // the parser knows the entries of others, too, and reads what follows by them
  if (from.name !== 'VariableName' && from.name !== 'PathExpression') return bail();
  const target = compile(from);
  const name = nameOf(source, partAt(parts, 2));
  if (name.includes(' ')) return bail();
  const next = nextWord(source, node.to);
  return (run) => {
    const value = target(run);
    if (value === null || typeof value !== 'object') return null;
    if (Array.isArray(value)) return value.map((element: Json) => entryOfElement(element, name));
    if (next !== null) checkNames(value as JsonObject, name, next);
    return entryOf(value as JsonObject, name);
  };
}

function entryOfElement(element: Json, name: string): Json {
  if (element === null || typeof element !== 'object') return null;
  return isContext(element) ? entryOf(element, name) : bail();
}

function entryOf(context: JsonObject, name: string): Json {
  if (Object.hasOwn(context, name)) return known(context[name]);
  // the interpreter finds a name with spaces around it, too
  for (const other of Object.keys(context)) if (other.length > name.length && other.trim() === name) return bail();
  return null;
}

/**
 * What follows a path, where a name could go on: a word, or nothing but a sign such as "-"; null where none could. With
 * an entry "b-c", `a.b-c` is one path; without, it is a difference.
 */
function nextWord(source: string, at: number): string | null {
  const rest = source.slice(at).trimStart();
  if (/^\/[/*]/.test(rest)) return bail();
  if (rest === '' || '<>=!,)]}'.includes(rest.charAt(0))) return null;
  return /^[\p{L}\p{N}_]*/u.exec(rest)?.[0] ?? '';
}

/** Bails when there is an entry that the parser might read together with what follows. */
function checkNames(context: JsonObject, name: string, next: string): void {
  for (const other of Object.keys(context)) {
    if (runsOn(other, name) || (next !== '' && (other === next || runsOn(other, next)))) bail();
    if (/^\s/u.test(other)) bail();
  }
}

function runsOn(name: string, start: string): boolean {
  return name.length > start.length && name.startsWith(start) && !/\w/.test(name.charAt(start.length));
}
