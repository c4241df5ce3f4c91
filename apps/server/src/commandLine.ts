import { parseArgs } from 'node:util';
import { VARIABLES } from './config/readConfig.ts';

export type Command =
  | { readonly kind: 'serve'; readonly demo: boolean }
  | {
      readonly kind: 'import-crm';
      readonly folder: string;
      readonly process: string;
      readonly reportFile: string | null;
    }
  | { readonly kind: 'help' };

/** What was typed makes no sense: says what, and where help is. */
export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\nTry --help.`);
    this.name = 'UsageError';
  }
}

export const HELP = `Dealwright: draw the sales process, run the deals, see the figures on the drawing.

  node apps/server/src/main.ts                        serve the product
  node apps/server/src/main.ts --demo                 the same, with a small team and its deals loaded
  node apps/server/src/main.ts import crm <folder>    import a CRM export (deals, accounts, products, teams as CSV)

Options of import crm:
  --process <name>   process or template that the deals run in (default standard-sale; a template is deployed first)
  --report <file>    write the whole report as JSON

Environment variables:
${VARIABLES.map(({ name, fallback, meaning }) => `  ${name} (default ${fallback})\n      ${meaning}`).join('\n')}
`;

/**
 * Reads the command line, without the program's own two words.
 *
 * @throws UsageError for anything it does not know: a mistyped option must not start something else
 */
export function readCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help === true) return { kind: 'help' };
  if (positionals.length === 0) {
    if (values.process !== undefined || values.report !== undefined) {
      throw new UsageError('--process and --report belong to "import crm".');
    }
    return { kind: 'serve', demo: values.demo === true };
  }
  const [verb, what, folder, ...rest] = positionals;
  if (verb !== 'import' || what !== 'crm') throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  if (folder === undefined) throw new UsageError('"import crm" needs the folder of the export.');
  if (rest.length > 0) throw new UsageError(`"import crm" takes one folder; "${rest.join(' ')}" is too much.`);
  if (values.demo === true) throw new UsageError('--demo belongs to serving, not to "import crm".');
  return {
    kind: 'import-crm',
    folder,
    process: values.process ?? 'standard-sale',
    reportFile: values.report ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        demo: { type: 'boolean' },
        process: { type: 'string' },
        report: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
