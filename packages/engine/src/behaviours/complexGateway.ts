import { depart } from '../walk/depart.ts';
import { isJoin } from '../walk/isJoin.ts';
import { judgeComplexJoin } from '../walk/judgeComplexGateway.ts';
import { joiningAt } from '../walk/openWalk.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * As a join, waits for its activation condition, which is looked at whenever a token comes; `judgeComplexJoin` and
 * `judgeReset` state the rule. As a split, takes every flow whose condition is true, else the default flow.
 */
export const complexGateway: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { node, scope, flow } = token;
    if (!isJoin(node) || flow < 0) {
      depart(walk, token);
      return;
    }
    const waiting = joiningAt(scope, node);
    waiting.push(token);
    walk.unsettled.add(scope);
    if (node.activationCondition !== null) judgeComplexJoin(walk, scope, node, waiting);
  },
};
