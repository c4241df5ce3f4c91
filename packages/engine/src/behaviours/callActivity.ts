import { Incident } from '../walk/Incident.ts';
import { visibleVariables } from '../walk/variables.ts';
import type { Behaviour } from './Behaviour.ts';

/** Starts another process with all visible variables; its variables come back with the answer, all of them. */
export const callActivity: Behaviour = {
  waits: true,
  enter(walk, token) {
    const { calledElement, name, id, index } = token.node;
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
      variables: visibleVariables(token.scope),
    });
  },
};
