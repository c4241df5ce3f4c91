import type { ModdleWarning } from 'bpmn-moddle';

export class TooManyWarnings extends Error {}

interface ReadContext {
  addWarning(warning: ModdleWarning): void;
}
interface RootHandler {
  context?: ReadContext;
}
interface Reader {
  handler(typeName: string): RootHandler;
}

/**
 * Options for moddle's `fromXML` that stop it after `limit` pieces of unreadable content. For each of them the
 * XML parser counts lines from the file's beginning, so a small hostile file of 200,000 unknown elements took
 * 46 seconds. Dangling references are not counted: they cost nothing and come in hundreds when one node is gone.
 */
export function limitWarnings(limit: number): object {
  return {
    // the reader hands its context to the root handler before it parses: that is where warnings can be seen
    handler(this: Reader, typeName: string): RootHandler {
      const prototype = Object.getPrototypeOf(this) as Reader;
      const root = prototype.handler.call(this, typeName);
      let held: ReadContext | undefined;
      Object.defineProperty(root, 'context', {
        get: () => held,
        set(context: ReadContext | undefined) {
          if (context) countWarnings(context, limit);
          held = context;
        },
      });
      return root;
    },
  };
}

function countWarnings(context: ReadContext, limit: number): void {
  const add = context.addWarning.bind(context);
  let count = 0;
  context.addWarning = (warning) => {
    if (warning.message.startsWith('unparsable content')) count += 1;
    if (count > limit) throw new TooManyWarnings(`more than ${limit} warnings`);
    add(warning);
  };
}
