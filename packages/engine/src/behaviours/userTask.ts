import { alwaysWaits, type Behaviour } from './Behaviour.ts';

/** A person's work; also the manual task, which someone has to tick off. */
export const userTask: Behaviour = {
  waits: alwaysWaits,
  enter(walk, token) {
    walk.effects.push({ type: 'createTask', token: token.id, node: token.node.index });
  },
};
