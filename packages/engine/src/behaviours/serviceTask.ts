import { connectorInput, connectorOutput } from '../walk/connectorMapping.ts';
import { alwaysWaits, type Behaviour } from './Behaviour.ts';

/** A machine's work: a job with the connector's mapped input, answered with its result. */
export const serviceTask: Behaviour = {
  waits: alwaysWaits,
  enter(walk, token) {
    const variables = connectorInput(walk, token);
    walk.effects.push({ type: 'createJob', token: token.id, node: token.node.index, variables });
  },
  result: connectorOutput,
};
