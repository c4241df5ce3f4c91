import { runDecision } from '../walk/evaluate.ts';
import { complete } from '../walk/phases.ts';
import { resultVariables } from '../walk/resultVariables.ts';
import { connectorOutput } from '../walk/connectorMapping.ts';
import type { Behaviour } from './Behaviour.ts';
import { serviceTask } from './serviceTask.ts';

/** Runs the DMN decision that it names, at once; without one it is a machine's work like a service task. */
export const businessRuleTask: Behaviour = {
  waits: ({ node }) => node.decision === null,
  enter(walk, token) {
    const { decision } = token.node;
    if (!decision) {
      serviceTask.enter(walk, token);
      return;
    }
    const result = runDecision(walk, decision.decisionId, token);
    complete(walk, token, resultVariables(result, decision.resultVariable));
  },
  result: connectorOutput,
};
