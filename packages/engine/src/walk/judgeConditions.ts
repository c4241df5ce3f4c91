import { hasBecomeTrue } from './evaluate.ts';
import { Incident } from './Incident.ts';
import { stick } from './stick.ts';
import { triggerWatcher } from './triggerWatcher.ts';
import { visibleVariables } from './variables.ts';
import { watchedEvent } from './watchedEvent.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Looks at every condition that is waited for, when a variable was written or a condition armed since the last time,
 * and catches those that have become true. One that does not interrupt is caught once each time it turns from false to
 * true (BPMN 2.0.2, 10.5.5, Conditional Event). Where a condition fails, an incident tells so.
 */
export function judgeConditions(walk: Walk): void {
  while (walk.stale) {
    walk.stale = false;
    for (const watcher of walk.conditions ?? [])
      if (!watcher.dead && watcher.data.stuck === undefined) judge(walk, watcher);
  }
}

function judge(walk: Walk, watcher: LiveToken): void {
  const event = watchedEvent(watcher);
  if (event?.kind !== 'conditional') return;
  let isTrue = false;
  try {
    isTrue = hasBecomeTrue(walk, event.condition, visibleVariables(watcher.scope));
  } catch (error) {
    if (!(error instanceof Incident)) throw error;
    stick(walk, watcher, 'enter', error);
    return;
  }
  const { data } = watcher;
  if (!isTrue) delete data.held;
  else if (!data.held && !data.met) {
    data.held = true;
    triggerWatcher(walk, watcher, {});
  }
}
