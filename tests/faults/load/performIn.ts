import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { Runtime } from '../../../packages/runtime/src/index.ts';
import type { Sent } from '../check/Ledger.ts';

export const ACTOR = 'ann';

/** Does a command in a runtime, as the person who has the task; its answer as the ledger keeps it. */
export async function performIn(runtime: Runtime, sent: Sent, actorId: string = ACTOR): Promise<JsonObject> {
  switch (sent.kind) {
    case 'start': {
      const variables = { dealName: sent.key };
      const request = { processId: 'load', variables, actorId, commandId: sent.id };
      return { id: (await runtime.start(request)).instanceId };
    }
    case 'complete': {
      const request = { taskId: sent.taskId, variables: {}, actorId, commandId: sent.id };
      const { instanceId, nextTasks, finished } = await runtime.complete(request);
      return { instanceId, nextTasks, finished };
    }
    case 'message': {
      const payload = { messageId: sent.id };
      const request = { messageId: sent.id, name: 'paid', correlation: sent.key, payload, actorId: null };
      return { ...(await runtime.publish(request)) };
    }
  }
}
