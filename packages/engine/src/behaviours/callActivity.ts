import { Incident } from '../walk/Incident.ts';
import { payloadOf } from '../walk/throwMessage.ts';
import { tokenVariables } from '../walk/variables.ts';
import { alwaysWaits, type Behaviour } from './Behaviour.ts';

/**
 * Starts another process with all visible variables, or with those alone that its input mapping makes; its variables
 * come back with the answer, all of them or those that the output mapping takes. `passes` may say otherwise.
 */
export const callActivity: Behaviour = {
  waits: alwaysWaits,
  enter(walk, token) {
    const { calledElement, name, id, index, inputs, passes } = token.node;
    if (!calledElement) {
      throw new Incident('called-element-missing', {
        en: `"${name || id}" names no process to call.`,
        zh: `“${name || id}”没有指定要调用的流程。`,
      });
    }
    walk.effects.push({
      type: 'startProcess',
      token: token.id,
      node: index,
      processId: calledElement,
      binding: token.node.callBinding,
      variables: (passes?.in ?? inputs.length === 0) ? tokenVariables(token) : payloadOf(token),
    });
  },
};
