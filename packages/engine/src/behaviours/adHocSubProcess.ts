import { evaluateAt, hasBecomeTrue } from '../walk/evaluate.ts';
import { Incident } from '../walk/Incident.ts';
import { nodeAt } from '../walk/openWalk.ts';
import { complete } from '../walk/phases.ts';
import { closeIfDone, completeScope, openScope, startsOf } from '../walk/scopes.ts';
import { stickOnIncident } from '../walk/stick.ts';
import { sendToken } from '../walk/tokens.ts';
import { visibleVariables } from '../walk/variables.ts';
import type { LiveToken, Walk } from '../walk/Walk.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/**
 * Opens a scope whose activities are started side by side, or one after another in the order of the drawing, and may be
 * started again by hand (the command `activate`). The completion condition is looked at whenever something inside has
 * been done: when it is true, what still runs is cancelled, or only waited for if the drawing says so. Without a
 * condition, the subprocess is done when nothing is left (BPMN 2.0.2, 10.3.5 and 13.3.5).
 */
export const adHocSubProcess: Behaviour = {
  waits: noWait,
  opensScope: true,
  enter(walk, token) {
    const starts = startedWith(walk, token);
    const sequential = token.node.adHoc?.sequential === true;
    const scope = openScope(walk, token.node, token, sequential ? starts.slice(0, 1) : starts);
    if (sequential && starts.length > 1) token.data.todo = starts.slice(1);
    closeIfDone(walk, scope);
  },
  innerLeft,
  scopeDone(walk, token, variables) {
    delete token.data.met;
    delete token.data.todo;
    complete(walk, token, variables);
  },
};

function startedWith(walk: Walk, token: LiveToken): readonly number[] {
  const { adHoc, children } = token.node;
  if (!adHoc || adHoc.activeElements === null) return startsOf(walk, token.node);
  const wanted = evaluateAt(walk, adHoc.activeElements, token);
  const known = new Map(children.map((index) => [nodeAt(walk.graph, index).id, index]));
  const list = Array.isArray(wanted) ? (wanted as readonly unknown[]) : [wanted];
  return list.map((id) => {
    const index = typeof id === 'string' ? known.get(id) : undefined;
    if (index !== undefined) return index;
    throw new Incident('ad-hoc-element-unknown', {
      en: `"${token.node.name || token.node.id}" is to start ${JSON.stringify(id)}, which is no element in it.`,
      zh: `“${token.node.name || token.node.id}”要启动 ${JSON.stringify(id)}，但其中没有该元素。`,
    });
  });
}

function innerLeft(walk: Walk, owner: LiveToken): void {
  const scope = owner.inner;
  const condition = owner.node.adHoc?.completionCondition ?? null;
  // what an incident holds is judged again when that is retried
  if (!scope || owner.data.met || owner.data.stuck !== undefined) return;
  stickOnIncident(walk, owner, 'inside', () => {
    if (condition !== null && hasBecomeTrue(walk, condition, visibleVariables(scope))) {
      owner.data.met = true;
      delete owner.data.todo;
      if (owner.node.adHoc?.cancelRemaining) completeScope(walk, scope);
    } else startNext(walk, owner);
  });
}

function startNext(walk: Walk, owner: LiveToken): void {
  const scope = owner.inner;
  const [next, ...rest] = owner.data.todo ?? [];
  if (!scope || next === undefined || scope.live.size > 0) return;
  if (rest.length > 0) owner.data.todo = rest;
  else delete owner.data.todo;
  sendToken(walk, nodeAt(walk.graph, next), scope);
}
