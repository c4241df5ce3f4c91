import { DealwrightError } from '@dealwright/store';
import { type Command, HELP, readCommandLine, UsageError } from './commandLine.ts';
import { backupToFile } from './commands/backupToFile.ts';
import { exportToFile, prune } from './commands/historyCommands.ts';
import { importCrm } from './commands/importCrm.ts';
import { move } from './commands/move.ts';
import { restoreFromFile } from './commands/restoreFromFile.ts';
import { type Config, ConfigError, readConfig } from './config/readConfig.ts';
import { ListenError } from './listen.ts';
import { serve } from './serve.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const command = readCommandLine(process.argv.slice(2));
  if (command.kind === 'help') say(HELP);
  else if (command.kind === 'serve') {
    const { stop, lines } = await serve(readConfig(process.env), { demo: command.demo });
    // before anything is said: whoever reads the address may stop the server at once
    stopOnSignal(stop);
    for (const line of lines) say(line);
  } else process.exitCode = await perform(readConfig(process.env), command);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  // not process.exitCode: a worker thread or a pool that did start must not keep a failed start alive
  process.exit(error instanceof UsageError ? 2 : 1);
}

/** Does what has an end. */
function perform(config: Config, command: Exclude<Command, { kind: 'serve' | 'help' }>): Promise<number> {
  switch (command.kind) {
    case 'import-crm':
      return importCrm(config, command, say);
    case 'backup':
      return backupToFile(config, command.file, say);
    case 'restore':
      return restoreFromFile(config, command.file, say);
    case 'move':
      return move(config, command.to, say);
    case 'history-export':
      return exportToFile(config, command, say);
    case 'history-prune':
      return prune(config, command, say);
  }
}

/** What a person at the console needs to know: words for what is expected, message and place for what is not. */
function explain(error: unknown): string {
  if (error instanceof DealwrightError) return `${error.messages.en}\n${error.messages.zh}`;
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof ListenError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.length < 300);
  return [`${error.name}: ${error.message.slice(0, 2000)}`, ...places.slice(0, 10)].join('\n');
}

/** The first signal stops in order, the second one at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${explain(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
