import { CommandRefused } from '../CommandRefused.ts';
import { complete, enter, goOn } from '../walk/phases.ts';
import { releaseWait } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/** Runs again the phase that an incident stopped. The incident is released; when the cause is still there, a new one is raised. */
export function retryToken(walk: Walk, token: LiveToken): void {
  const { stuck, result } = token.data;
  if (stuck === undefined) throw new CommandRefused('nothing-to-retry', token.id);
  releaseWait(walk, token, 'done');
  delete token.data.stuck;
  delete token.data.result;
  // a condition that is waited for is looked at again
  if (token.data.on !== undefined) walk.stale = true;
  else if (stuck === 'enter') enter(walk, token);
  else if (stuck === 'complete') complete(walk, token, result ?? {});
  else if (stuck === 'inside' && token.inner) walk.behaviourOf(token.node).innerLeft?.(walk, token);
  else goOn(walk, token);
}
