import { CommandRefused } from '../CommandRefused.ts';
import { depart } from '../walk/depart.ts';
import { complete, enter } from '../walk/phases.ts';
import { releaseWait } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/** Runs again the phase that an incident stopped. The incident is released; when the cause is still there, a new one is raised. */
export function retryToken(walk: Walk, token: LiveToken): void {
  const { stuck, result } = token.data;
  if (stuck === undefined) throw new CommandRefused('nothing-to-retry', token.id);
  releaseWait(walk, token, 'done');
  delete token.data.stuck;
  delete token.data.result;
  if (stuck === 'enter') enter(walk, token);
  else if (stuck === 'complete') complete(walk, token, result ?? {});
  else depart(walk, token);
}
