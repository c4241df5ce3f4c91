import { leave } from '../walk/phases.ts';
import { closeIfDone, openScope } from '../walk/scopes.ts';
import type { Behaviour } from './Behaviour.ts';

/** Opens a scope; the token waits until the scope has no token left. */
export const subProcess: Behaviour = {
  waits: false,
  enter(walk, token) {
    closeIfDone(walk, openScope(walk, token.node, token, token.node.starts));
  },
  scopeDone: leave,
};
