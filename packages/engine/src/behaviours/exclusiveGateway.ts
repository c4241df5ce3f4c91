import { depart, departBy, noFlow, outgoingFlows } from '../walk/depart.ts';
import { evaluateCondition } from '../walk/evaluate.ts';
import { visibleVariables } from '../walk/variables.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Takes the first flow, in the order of the drawing, whose condition is true, else the default flow; a flow without
 * condition is always open (BPMN 2.0.2, 13.4.2). As a merge it lets every token through.
 */
export const exclusiveGateway: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { node, scope } = token;
    const flows = outgoingFlows(walk, node);
    if (flows.length === 0) {
      depart(walk, token);
      return;
    }
    const seen = visibleVariables(scope);
    for (const flow of flows) {
      if (flow.index === node.defaultFlow) continue;
      if (flow.condition !== null && !evaluateCondition(walk, flow.condition, seen)) continue;
      departBy(walk, token, flows.length === 1 ? flows : [flow]);
      return;
    }
    const fallback = flows.find(({ index }) => index === node.defaultFlow);
    if (!fallback) throw noFlow(node);
    departBy(walk, token, [fallback]);
  },
};
