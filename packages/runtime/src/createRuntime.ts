import { nextDueAt, nextStartAt } from '@dealwright/store';
import type { Core } from './Core.ts';
import { createCore } from './createCore.ts';
import { deploy, readModel } from './deploy/deploy.ts';
import { activate } from './instances/activate.ts';
import { evaluateConditions } from './instances/evaluateConditions.ts';
import { cancelIncident } from './instances/cancelIncident.ts';
import { cancel, move, setVariables } from './instances/control.ts';
import { retryIncident } from './instances/retryIncident.ts';
import { skipIncident } from './instances/skipIncident.ts';
import { start } from './instances/start.ts';
import { followUp } from './jobs/followUp.ts';
import { createSweep } from './jobs/createSweep.ts';
import { runDueJobs } from './jobs/runDueJobs.ts';
import { createWorker } from './jobs/createWorker.ts';
import { broadcast } from './messages/broadcast.ts';
import { publish } from './messages/publish.ts';
import { observed } from './observed.ts';
import type { Runtime, RuntimeOptions } from './Runtime.ts';
import { assign, claim, release } from './tasks/changeAssignee.ts';
import { completeTask } from './tasks/completeTask.ts';
import { saveDraft } from './tasks/saveDraft.ts';

const DUE_JOBS = 100;
/** Servers tell each other under this topic that there is something to do soon. */
const WORK = 'work';

/** The durable executor over a database. Holds nothing but compiled models: many servers may share the database. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const workers = new Set<{ wake(): void }>();
  const wakeWorkers = (): void => {
    for (const worker of workers) worker.wake();
  };
  const core: Core = createCore(options, {
    followUp: async (followUps) => {
      try {
        await followUp(core, followUps);
      } catch (error) {
        // what is left stands in the database as jobs: the worker makes it good
        options.onError?.(error);
        core.wake();
      }
    },
    wake: (whose) => {
      wakeWorkers();
      if (whose === 'all') options.peers?.tell(WORK, '');
    },
  });
  options.peers?.listen(WORK, wakeWorkers);
  options.peers?.onGap(wakeWorkers);
  const { transact } = core;
  const nextDue = async () => {
    const dues = await Promise.all([nextDueAt(options.em()), nextStartAt(options.em())]);
    const times = dues.flatMap((due) => (due === null ? [] : [Date.parse(due)]));
    return times.length === 0 ? null : Math.min(...times);
  };
  const sweep = createSweep(core);
  const run = async (limit: number) => {
    await sweep();
    return runDueJobs(core, limit);
  };
  const runtime: Runtime = {
    async deploy(request) {
      const model = await readModel(request.xml, request.decisions);
      return transact((unit) => deploy(core, unit, request, model));
    },
    graph: (deploymentId) => core.graphs.get(options.em, deploymentId),
    async start(request) {
      const { instanceId } = await transact((unit) => start(core, unit, request));
      return { instanceId };
    },
    complete: (request) => completeTask(core, request),
    claim: (request) => transact((unit) => claim(core, unit, request)),
    release: (request) => transact((unit) => release(core, unit, request)),
    assign: (request) => transact((unit) => assign(core, unit, request)),
    saveDraft: (request) => transact((unit) => saveDraft(unit, request)),
    publish: (request) => transact((unit) => publish(core, unit, request)),
    broadcast: async (request) => ({ delivered: await transact((unit) => broadcast(core, unit, request)) }),
    setVariables: (request) => transact((unit) => setVariables(core, unit, request)),
    move: (request) => transact((unit) => move(core, unit, request)),
    activate: (request) => transact((unit) => activate(core, unit, request)),
    evaluateConditions: (request) => transact((unit) => evaluateConditions(core, unit, request)),
    cancel: (request) => transact((unit) => cancel(core, unit, request)),
    retryIncident: (request) => transact((unit) => retryIncident(core, unit, request)),
    skipIncident: (request) => transact((unit) => skipIncident(core, unit, request)),
    cancelIncident: (request) => transact((unit) => cancelIncident(core, unit, request)),
    runDueJobs: (limit = DUE_JOBS) => run(limit),
    nextDue,
    startWorker() {
      const worker = createWorker(core, sweep);
      workers.add(worker);
      return {
        async stop() {
          workers.delete(worker);
          await worker.stop();
        },
      };
    },
  };
  return options.observe ? observed(runtime, options.observe) : runtime;
}
