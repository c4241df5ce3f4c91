import { bail } from './bail.ts';
import { known } from './known.ts';
import { isFunctionName, nameOf } from './names.ts';
import type { Part, SyntaxNode } from './Part.ts';

/** A variable; null when there is none of the name. */
export function compileVariable(source: string, node: SyntaxNode): Part {
  const name = nameOf(source, node);
  let isFunction: boolean | undefined;
  return (run) => {
    const value = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined;
    if (value !== undefined) return known(value);
    isFunction ??= isFunctionName(name);
    if (isFunction) return bail();
    run.missing = true;
    return null;
  };
}
