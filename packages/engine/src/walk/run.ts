import { CommandRefused } from '../CommandRefused.ts';
import { isOver } from './isOver.ts';
import { Incident } from './Incident.ts';
import { judgeConditions } from './judgeConditions.ts';
import { judgeJoins } from './judgeJoins.ts';
import { joiningAt } from './openWalk.ts';
import { enter, throwNext } from './phases.ts';
import { record } from './record.ts';
import { removeToken } from './tokens.ts';
import { stick } from './stick.ts';
import { HELD_LIMIT, STEP_LIMIT, TOKEN_LIMIT } from './limits.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Moves tokens until only waits remain. */
export function run(walk: Walk): void {
  judgeConditions(walk);
  do {
    for (let token = walk.agenda[walk.head]; token; token = walk.agenda[walk.head]) {
      walk.head++;
      if (!token.dead) arrive(walk, token);
      if (walk.stale) judgeConditions(walk);
    }
    walk.agenda.length = 0;
    walk.head = 0;
    if (isOver(walk)) return;
  } while (judgeJoins(walk) || throwNext(walk));
}

function arrive(walk: Walk, token: LiveToken): void {
  token.moving = false;
  walk.visited++;
  if (!isComplete(walk, token)) return;
  record(walk, 'enter', token);
  const pastLimit = walk.visited > STEP_LIMIT;
  if (walk.tokens.size > TOKEN_LIMIT || (pastLimit && walk.agenda.length - walk.head >= HELD_LIMIT)) {
    throw new CommandRefused('too-many-tokens', token.node.id);
  }
  if (pastLimit) stick(walk, token, 'enter', stepLimit());
  else enter(walk, token);
}

/**
 * An activity with a start quantity begins when that many tokens have come (BPMN 2.0.2, 10.3): the last of them goes in
 * for all. A token that was put there by hand does not wait.
 */
function isComplete(walk: Walk, token: LiveToken): boolean {
  const { node, scope, flow, data } = token;
  if (node.startQuantity === 1 || flow < 0) return true;
  const waiting = joiningAt(scope, node);
  if (waiting.length + 1 < node.startQuantity) {
    data.gathering = true;
    waiting.push(token);
    return false;
  }
  for (const earlier of waiting.slice()) removeToken(walk, earlier);
  return true;
}

function stepLimit(): Incident {
  return new Incident('step-limit', {
    en: `${STEP_LIMIT} elements were visited without a wait: probably an endless loop.`,
    zh: `已连续经过 ${STEP_LIMIT} 个元素而没有等待，可能存在死循环。`,
  });
}
