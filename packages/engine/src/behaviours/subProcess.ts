import { complete } from '../walk/phases.ts';
import { closeIfDone, openScope, startsOf } from '../walk/scopes.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Opens a scope; the token waits until the scope has no token left. A transaction is one too: what makes it special is
 * in `cancelTransaction`.
 */
export const subProcess: Behaviour = {
  waits: noWait,
  opensScope: true,
  enter(walk, token) {
    closeIfDone(walk, openScope(walk, token.node, token, startsOf(walk, token.node)));
  },
  scopeDone: complete,
};
