import { runScript } from '../walk/evaluate.ts';
import { complete, leave } from '../walk/phases.ts';
import { resultVariables } from '../walk/resultVariables.ts';
import { noWait, type Behaviour } from './Behaviour.ts';

/** Runs its script over the visible variables and writes the result (`resultVariables`). A task without script does nothing. */
export const scriptTask: Behaviour = {
  waits: noWait,
  enter(walk, token) {
    const { script } = token.node;
    if (!script) {
      leave(walk, token);
      return;
    }
    const result = runScript(walk, script.language, script.source, token);
    complete(walk, token, resultVariables(result, script.resultVariable));
  },
};
