import { Incident } from '../walk/Incident.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/** An element that the executor does not know: an incident names it, and nothing is skipped silently. */
export const unsupported: Behaviour = {
  waits: noWait,
  enter(_walk, token) {
    const { name, id, type } = token.node;
    throw new Incident('element-not-supported', {
      en: `"${name || id}" (${type}) can't be executed yet.`,
      zh: `“${name || id}”（${type}）暂不支持执行。`,
    });
  },
};
