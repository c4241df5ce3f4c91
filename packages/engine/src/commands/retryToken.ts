import type { NodeType } from '@dealwright/bpmn';
import { CommandRefused } from '../CommandRefused.ts';
import { takeInputs } from '../walk/dataMapping.ts';
import { complete, enter, goOn } from '../walk/phases.ts';
import { stickOnIncident } from '../walk/stick.ts';
import { isAnswerable } from '../walk/tokenKinds.ts';
import { releaseWait } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/**
 * Runs again the phase that an incident stopped. The incident is released; when the cause is still there, a new one is
 * raised. A machine's work that has failed outside is asked for anew, with the input that it would get now.
 */
export function retryToken(walk: Walk, token: LiveToken): void {
  const { stuck, result } = token.data;
  if (stuck === undefined) {
    askAgain(walk, token);
    return;
  }
  releaseWait(walk, token, 'done');
  delete token.data.stuck;
  if (stuck !== 'enter') delete token.data.result;
  // a condition that is waited for is looked at again
  if (token.data.on !== undefined) walk.stale = true;
  else if (stuck === 'enter') enter(walk, token);
  else if (stuck === 'complete') complete(walk, token, result ?? {});
  else if (stuck === 'inside' && token.inner) walk.behaviourOf(token.node).innerLeft?.(walk, token);
  else goOn(walk, token);
}

const MACHINES_WORK: ReadonlySet<NodeType> = new Set(['serviceTask', 'sendTask', 'businessRuleTask']);

function askAgain(walk: Walk, token: LiveToken): void {
  const { node, data } = token;
  if (data.on !== undefined || !MACHINES_WORK.has(node.type) || !isAnswerable(walk, token)) {
    throw new CommandRefused('nothing-to-retry', token.id);
  }
  releaseWait(walk, token, 'done');
  // what the input mapping made then must not hide what it is made of now
  const mapped = new Set(node.inputs.map(({ name }) => name));
  if (data.local) data.local = Object.fromEntries(Object.entries(data.local).filter(([name]) => !mapped.has(name)));
  stickOnIncident(walk, token, 'enter', () => {
    takeInputs(walk, token);
    walk.behaviourOf(node).enter(walk, token);
  });
}
