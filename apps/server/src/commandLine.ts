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
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'restore'; readonly file: string }
  | { readonly kind: 'move'; readonly to: string }
  | {
      readonly kind: 'history-export';
      /** a day in UTC, YYYY-MM-DD */
      readonly before: string;
      readonly file: string;
      readonly process: string | null;
    }
  | { readonly kind: 'history-prune'; readonly file: string | null; readonly withoutExport: boolean }
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
  node apps/server/src/main.ts backup <file>          write everything in the database into one file
  node apps/server/src/main.ts restore <file>         restore such a file into an empty database
  node apps/server/src/main.ts move --to <place>      copy everything into an empty PostgreSQL (its URL) or a new folder
  node apps/server/src/main.ts history export --before <day> --to <file>
                                                      write the history of what ended before that day into a file
  node apps/server/src/main.ts history prune          delete the history that each process no longer keeps

Options of import crm:
  --process <name>   process or template that the deals run in (default standard-sale; a template is deployed first)
  --report <file>    write the whole report as JSON

Options of history export: --process <id>             of that process alone
Options of history prune:
  --to <file>        export it into that file before (default: a new one in DEALWRIGHT_HISTORY_EXPORT)
  --without-export   delete it without one

Environment variables:
${VARIABLES.map(({ name, fallback, meaning }) => `  ${name} (default ${fallback})\n      ${meaning}`).join('\n')}
`;

const OPTIONS = {
  demo: { type: 'boolean' },
  process: { type: 'string' },
  report: { type: 'string' },
  to: { type: 'string' },
  before: { type: 'string' },
  'without-export': { type: 'boolean' },
} as const;

/**
 * Reads the command line, without the program's own two words.
 *
 * @throws UsageError for anything it does not know: a mistyped option must not start something else
 */
export function readCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  if (values.help === true) return { kind: 'help' };
  const only = (command: string, ...allowed: readonly (keyof typeof OPTIONS)[]) => {
    for (const name of Object.keys(OPTIONS) as (keyof typeof OPTIONS)[])
      if (values[name] !== undefined && !allowed.includes(name)) throw new UsageError(`${command} takes no --${name}.`);
  };
  const [verb, ...words] = positionals;
  switch (verb) {
    case undefined:
      only('Serving', 'demo');
      return { kind: 'serve', demo: values.demo === true };
    case 'import': {
      if (words[0] !== 'crm') break;
      only('"import crm"', 'process', 'report');
      const folder = one('"import crm"', 'the folder of the export', words.slice(1));
      const process = values.process ?? 'standard-sale';
      return { kind: 'import-crm', folder, process, reportFile: values.report ?? null };
    }
    case 'backup':
    case 'restore':
      only(`"${verb}"`);
      return { kind: verb, file: one(`"${verb}"`, 'a file', words) };
    case 'history':
      return historyCommand(words, values, only);
    case 'move': {
      only('"move"', 'to');
      if (words.length > 0) throw new UsageError(`"move" takes no "${words.join(' ')}".`);
      const { to } = values;
      if (to === undefined || to === '') throw new UsageError('"move" needs --to with a PostgreSQL URL or a folder.');
      return { kind: 'move', to };
    }
  }
  throw new UsageError(`There is no command "${positionals.join(' ')}".`);
}

type Values = ReturnType<typeof parsed>['values'];

function historyCommand(
  words: readonly string[],
  values: Values,
  only: (command: string, ...allowed: readonly (keyof typeof OPTIONS)[]) => void,
): Command {
  const [what, ...more] = words;
  if (more.length > 0) throw new UsageError(`"history ${what}" takes no "${more.join(' ')}".`);
  if (what === 'prune') {
    only('"history prune"', 'to', 'without-export');
    const withoutExport = values['without-export'] === true;
    if (withoutExport && values.to !== undefined) throw new UsageError('--to and --without-export exclude each other.');
    return { kind: 'history-prune', file: values.to ?? null, withoutExport };
  }
  if (what !== 'export') throw new UsageError('"history" is followed by export or prune.');
  only('"history export"', 'before', 'to', 'process');
  const { before, to, process = null } = values;
  if (before === undefined || !isDay(before))
    throw new UsageError('"history export" needs --before with a day, YYYY-MM-DD.');
  if (to === undefined || to === '') throw new UsageError('"history export" needs --to with a file.');
  return { kind: 'history-export', before, file: to, process };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // the 30th of February is read as a day of March
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The one thing that a command works on. */
function one(command: string, what: string, [word, ...rest]: readonly string[]): string {
  if (word === undefined || word === '') throw new UsageError(`${command} needs ${what}.`);
  if (rest.length > 0) throw new UsageError(`${command} needs ${what}; "${rest.join(' ')}" is too much.`);
  return word;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, ...OPTIONS },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
