import type { Services } from './Services.ts';

const COMMAND = 'dealwright.together';

interface Context {
  readonly run: () => void;
}

/** Several commands as one step of undo: bpmn-js joins what runs inside a command's `preExecute`. */
class TogetherHandler {
  preExecute(context: Context): void {
    context.run();
  }
}

/** Makes the command known; once per modeler. */
export function registerTogether(commandStack: Services['commandStack']): void {
  commandStack.registerHandler(COMMAND, TogetherHandler);
}

/** Runs modeling calls so that one undo takes all of them back. */
export function together(commandStack: Services['commandStack'], run: () => void): void {
  commandStack.execute(COMMAND, { run });
}
