import { connectorOutput } from '../walk/connectorMapping.ts';
import { leave } from '../walk/phases.ts';
import { throwMessage } from '../walk/throwMessage.ts';
import { alwaysWaits, type Behaviour } from './Behaviour.ts';
import { serviceTask } from './serviceTask.ts';

/** Sends its message and goes on; with a connector it is a machine's work like a service task. */
export const sendTask: Behaviour = {
  waits: alwaysWaits,
  enter(walk, token) {
    if (token.node.business.connector || !token.node.events.some((event) => event.kind === 'message')) {
      serviceTask.enter(walk, token);
      return;
    }
    throwMessage(walk, token);
    leave(walk, token);
  },
  result: connectorOutput,
};
