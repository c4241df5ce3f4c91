import { CommandRefused } from '../CommandRefused.ts';
import type { Command } from '../types/Command.ts';
import { catchSignal } from '../walk/broadcastSignal.ts';
import { finishInstance } from '../walk/finishInstance.ts';
import { complete } from '../walk/phases.ts';
import { raiseError } from '../walk/raiseError.ts';
import { emptyScope } from '../walk/scopes.ts';
import { raiseEscalation } from '../walk/raiseEscalation.ts';
import { isAnswerable } from '../walk/tokenKinds.ts';
import { releaseWait } from '../walk/tokens.ts';
import { triggerWatcher } from '../walk/triggerWatcher.ts';
import { writeFrom, writeVariables } from '../walk/variables.ts';
import type { LiveScope, LiveToken, Walk } from '../walk/Walk.ts';
import { activate } from './activate.ts';
import { moveToken } from './moveToken.ts';
import { retryToken } from './retryToken.ts';
import { skipToken } from './skipToken.ts';

/** Applies a command to a running instance; the tokens that it sets on their way have not moved yet. */
export function applyCommand(walk: Walk, command: Exclude<Command, { type: 'start' }>): void {
  switch (command.type) {
    case 'complete':
    case 'trigger': {
      const token = tokenOf(walk, command.token);
      if (token.data.on !== undefined && token.data.stuck === undefined) {
        triggerWatcher(walk, token, command.variables);
        return;
      }
      waiting(walk, token);
      releaseWait(walk, token, 'done');
      complete(walk, token, command.variables);
      return;
    }
    case 'error':
      raiseError(walk, waiting(walk, tokenOf(walk, command.token)), command.code, command.message);
      return;
    case 'signal':
      if (catchSignal(walk, command.name, command.variables) === 0) {
        throw new CommandRefused('token-not-waiting', command.name);
      }
      return;
    case 'escalate': {
      const token = waiting(walk, tokenOf(walk, command.token));
      writeFrom(walk, token, command.variables);
      raiseEscalation(walk, token, command.code);
      return;
    }
    case 'activate':
      activate(walk, tokenOf(walk, command.token), command.node, command.variables);
      return;
    case 'retry':
      retryToken(walk, tokenOf(walk, command.token));
      return;
    case 'skip':
      skipToken(walk, tokenOf(walk, command.token), command.variables);
      return;
    case 'move':
      moveToken(walk, tokenOf(walk, command.token), command.to);
      return;
    case 'setVariables':
      if (command.token === undefined) writeVariables(walk, processScope(walk), command.variables);
      else writeFrom(walk, tokenOf(walk, command.token), command.variables);
      return;
    case 'cancel':
      emptyScope(walk, processScope(walk));
      finishInstance(walk, 'cancelled', command.reason);
  }
}

function tokenOf(walk: Walk, id: number): LiveToken {
  const token = walk.tokens.get(id);
  if (!token) throw new CommandRefused('token-unknown', id);
  return token;
}

/** Only a token with something outside can be answered, and not while an incident holds it. */
function waiting(walk: Walk, token: LiveToken): LiveToken {
  if (token.data.on !== undefined || !isAnswerable(walk, token)) {
    throw new CommandRefused('token-not-waiting', token.id);
  }
  return token;
}

function processScope(walk: Walk): LiveScope {
  const scope = walk.scopes.get(0);
  if (!scope) throw new RangeError(`the state of ${walk.graph.processId} has no process scope`);
  return scope;
}
