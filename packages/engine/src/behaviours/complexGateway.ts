import { depart } from '../walk/depart.ts';
import { judgeComplexJoin } from '../walk/judgeComplexGateway.ts';
import { factsAt } from '../walk/NodeFacts.ts';
import { joiningAt } from '../walk/openWalk.ts';
import { unsettle } from '../walk/unsettle.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * As a join, waits for its activation condition, which is looked at whenever a token comes; `judgeComplexJoin` and
 * `judgeReset` state the rule. As a split, takes every flow whose condition is true, else the default flow.
 */
export const complexGateway: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { node, scope, flow } = token;
    if (!factsAt(walk, node).isJoin || flow < 0) {
      depart(walk, token);
      return;
    }
    const waiting = joiningAt(scope, node);
    waiting.push(token);
    unsettle(walk, scope);
    if (node.activationCondition !== null) judgeComplexJoin(walk, scope, node, waiting);
  },
};
