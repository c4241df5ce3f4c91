import { CommandRefused } from '../CommandRefused.ts';
import { isOver } from './isOver.ts';
import { Incident } from './Incident.ts';
import { judgeJoins } from './judgeJoins.ts';
import { enter } from './phases.ts';
import { record } from './record.ts';
import { stick } from './stick.ts';
import { HELD_LIMIT, STEP_LIMIT, TOKEN_LIMIT } from './limits.ts';
import type { LiveToken, Walk } from './Walk.ts';

/** Moves tokens until only waits remain. */
export function run(walk: Walk): void {
  do {
    for (let token = walk.agenda[walk.head]; token; token = walk.agenda[walk.head]) {
      walk.head++;
      if (!token.dead) arrive(walk, token);
    }
    walk.agenda.length = 0;
    walk.head = 0;
  } while (!isOver(walk) && judgeJoins(walk));
}

function arrive(walk: Walk, token: LiveToken): void {
  token.moving = false;
  record(walk, 'enter', token);
  walk.visited++;
  const pastLimit = walk.visited > STEP_LIMIT;
  if (walk.tokens.size > TOKEN_LIMIT || (pastLimit && walk.agenda.length - walk.head >= HELD_LIMIT)) {
    throw new CommandRefused('too-many-tokens', token.node.id);
  }
  if (pastLimit) stick(walk, token, 'enter', stepLimit());
  else enter(walk, token);
}

function stepLimit(): Incident {
  return new Incident('step-limit', {
    en: `${STEP_LIMIT} elements were visited without a wait: probably an endless loop.`,
    zh: `已连续经过 ${STEP_LIMIT} 个元素而没有等待，可能存在死循环。`,
  });
}
