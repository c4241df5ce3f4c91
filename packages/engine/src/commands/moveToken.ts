import { CommandRefused } from '../CommandRefused.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { cancelToken } from '../walk/scopes.ts';
import { sendToken } from '../walk/tokens.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';

/**
 * Takes a token from where it waits, with all that hangs on it, and puts it before another node of the same scope. At
 * a join it does not wait for others: who moves it there has decided that it goes on.
 */
export function moveToken(walk: Walk, token: LiveToken, to: string): void {
  if (token.data.on !== undefined) throw new CommandRefused('token-not-waiting', token.id);
  if (token.data.turn !== undefined || token.data.worksFor !== undefined || token.data.compensating) {
    throw new CommandRefused('token-bound', token.id);
  }
  const index = walk.graph.nodeIndex.get(to);
  if (index === undefined) throw new CommandRefused('node-unknown', to);
  const node = nodeAt(walk.graph, index);
  if (node.parent !== token.scope.node.index || node.type === 'boundaryEvent' || node.type === 'eventSubProcess') {
    throw new CommandRefused('node-elsewhere', to);
  }
  sendToken(walk, node, token.scope);
  cancelToken(walk, token);
}
