import { depart } from '../walk/depart.ts';
import { factsAt } from '../walk/NodeFacts.ts';
import { joiningAt } from '../walk/openWalk.ts';
import { unsettle } from '../walk/unsettle.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * As a join, waits for every token that can still come: `judgeJoins` states the rule and fires it. As a split, takes
 * every flow whose condition is true, else the default flow.
 */
export const inclusiveGateway: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    if (!factsAt(walk, token.node).isJoin || token.flow < 0) {
      depart(walk, token);
      return;
    }
    joiningAt(token.scope, token.node).push(token);
    unsettle(walk, token.scope);
  },
};
