import type { EventDefinition } from '@dealwright/bpmn';
import { raiseError } from './raiseError.ts';
import { raiseEscalation } from './raiseEscalation.ts';
import { broadcastSignal } from './broadcastSignal.ts';
import { throwCompensation } from './compensate.ts';
import { correlationValue } from './correlationValue.ts';
import { triggerWatcher } from './triggerWatcher.ts';
import { tokenVariables } from './variables.ts';
import { watchedEvent } from './watchedEvent.ts';
import type { LiveToken, Walk } from './Walk.ts';

/**
 * Prepares a multi-instance activity to throw one of its behaviour events, and returns what throws it. Throws an
 * `Incident`, with nothing changed, when a message's correlation fails.
 */
export function prepareThrow(walk: Walk, body: LiveToken, event: EventDefinition): () => void {
  const correlation = event.kind === 'message' ? correlationValue(walk, event.correlation, tokenVariables(body)) : null;
  return () => throwFromLoop(walk, body, event, correlation);
}

/**
 * It is caught by a boundary event of the activity itself, if one waits for it (BPMN 2.0.2, 10.3.8), else it goes
 * wherever an event of its kind goes.
 */
function throwFromLoop(walk: Walk, body: LiveToken, event: EventDefinition, correlation: string | null): void {
  const watcher = [...(body.watchers ?? [])].find((candidate) => isSame(watchedEvent(candidate), event));
  if (watcher) {
    triggerWatcher(walk, watcher, {});
    return;
  }
  const node = body.node.index;
  switch (event.kind) {
    case 'signal':
      broadcastSignal(walk, node, event.name, {});
      return;
    case 'message':
      walk.effects.push({ type: 'sendMessage', node, name: event.name, correlation, payload: {} });
      return;
    case 'escalation':
      raiseEscalation(walk, body, event.code ?? '');
      return;
    case 'error':
      raiseError(walk, body, event.code ?? '', body.node.name);
      return;
    case 'compensation':
      throwCompensation(walk, body, { ...event, wait: false });
  }
}

function isSame(watched: EventDefinition | undefined, thrown: EventDefinition): boolean {
  if (watched?.kind === 'signal' && thrown.kind === 'signal') return watched.name === thrown.name;
  return watched?.kind === 'message' && thrown.kind === 'message' && watched.name === thrown.name;
}
