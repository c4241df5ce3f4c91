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
    const flows = outgoingFlows(walk, token.node);
    if (flows.length === 0) {
      depart(walk, token);
      return;
    }
    const { defaultFlow } = token.node;
    const seen = visibleVariables(token.scope);
    const open = flows.find(
      ({ index, condition }) =>
        index !== defaultFlow && (condition === null || evaluateCondition(walk, condition, seen)),
    );
    const taken = open ?? flows.find(({ index }) => index === defaultFlow);
    if (!taken) throw noFlow(token.node);
    departBy(walk, token, [taken]);
  },
};
