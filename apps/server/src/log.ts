import { pino, type Logger } from 'pino';

/**
 * One line of JSON an event, to standard output. Errors are logged by name and message: an error of the embedded
 * database would bring 400 kB of source along.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.cookie', '*.password', '*.token', '*.authorization'],
  });
}

/** What of any thrown value goes into the log. */
export function errorFields(error: unknown): { readonly error: string; readonly name: string } {
  if (!(error instanceof Error)) return { name: typeof error, error: String(error).slice(0, 2000) };
  return { name: error.name, error: error.message.slice(0, 2000) };
}
