import { CommandIdUsed } from './errors/CommandIdUsed.ts';

/** What the log keeps of a command beside its answer, so that its id is not taken for another command's. */
export interface CommandOf {
  readonly kind: 'start' | 'complete' | 'activate';
  /** the process, the task, or the token */
  readonly subject: string;
  readonly actorId: string | null;
}

/** What a command answers, as the log keeps it. */
export function keptResult<Answer extends object>(of: CommandOf, answer: Answer): Answer & { readonly of: CommandOf } {
  return { ...answer, of };
}

/** The answer of a repeated command. Throws `CommandIdUsed` when its id was another command's, or another person's. */
export function repeatedResult(commandId: string, of: CommandOf, kept: unknown): object {
  const { of: was, ...answer } = kept as { readonly of?: CommandOf };
  // a message that was kept or correlated logs its id without saying what for: there is nothing to mistake it for
  const same = !was || (was.kind === of.kind && was.subject === of.subject && was.actorId === of.actorId);
  if (!same) throw new CommandIdUsed(commandId);
  return answer;
}
