import { parseModel, validate, type Message, type ParsedModel } from '../../../packages/bpmn/src/index.ts';
import { flag, idOf } from '../../../packages/bpmn/src/moddle/BpmnElement.ts';
import { isLacking, type Execution, type Refusal } from '../execution/Execution.ts';
import type { OpenExecution } from '../execution/openExecution.ts';
import { refusalByProblems, refusalOf } from '../execution/refusalOf.ts';
import { processesOf } from '../modelTree.ts';
import { bindModel, secondsOfLasting } from './bindModel.ts';
import { provenParallel } from './provenParallel.ts';
import type { ExecutionCase } from './readSuite.ts';
import { runWord } from './scriptWords.ts';

/** What came of one case: the trace with the marks of failure, and what explains them. */
export interface Outcome {
  readonly trace: readonly string[];
  readonly why: Message | null;
}

/** What the validator says of a model that the suite wants refused, by its rules: also where there is nothing to deploy. */
export async function refuse(xml: string): Promise<Outcome> {
  const read = await readModel(xml, 'optional');
  return 'refusal' in read ? refused(read.refusal) : { trace: [], why: null };
}

function refused({ message }: Refusal): Outcome {
  return { trace: ['DeploymentFailed'], why: message };
}

async function readModel(
  xml: string,
  process: 'needed' | 'optional' = 'needed',
): Promise<{ readonly refusal: Refusal } | { readonly model: ParsedModel }> {
  try {
    const model = await parseModel(xml, { process });
    const refusal = refusalByProblems(validate(model));
    return refusal ? { refusal } : { model };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/**
 * Runs a model for one of its inputs. A failure stands in the trace as a word of the suite's own: `DeploymentFailed`
 * (the model was refused), `RuntimeException` (an incident), `ErrorThrownErrorEvent` (an error that nothing caught), or
 * as one that no suite expects: `NotSupported` (a construct is lacking; `why` names it).
 *
 * @param name the test's name, which is that of its main process
 * @param number the case's number, from 1
 */
export async function execute(
  xml: string,
  name: string,
  one: ExecutionCase,
  number: number,
  open: OpenExecution,
): Promise<Outcome> {
  const read = await readModel(xml);
  if ('refusal' in read) return refused(read.refusal);
  const execution = await open({ script: runWord });
  try {
    const deployment = await execution.deploy(await bindModel(xml));
    if (deployment) return refused(deployment);
    const variables = { test: one.input, integerVariable: one.integerVariable, testCaseNumber: number };
    if (one.startParallelProcess) await execution.start(PARALLEL, variables);
    await execution.start(mainProcess(read.model, name), variables);
    await passTime(execution, one.delayMs);
    return await outcomeOf(execution);
  } finally {
    await execution.close();
  }
}

const PARALLEL = 'ParallelProcess';

/** The process that has the test's name, else the first executable one, else the first. */
function mainProcess(model: ParsedModel, name: string): string {
  const processes = processesOf(model);
  const main =
    processes.find((process) => idOf(process) === name) ??
    processes.find((process) => flag(process, 'isExecutable') && idOf(process) !== PARALLEL) ??
    processes[0];
  return main ? idOf(main) : '';
}

/**
 * The suite starts an instance, which returns when the scripts on its way are done, then waits, then looks. So the wait
 * begins when no script lasts any more.
 */
async function passTime(execution: Execution, delayMs: number): Promise<void> {
  for (let busy = await lastingUntil(execution); busy > execution.now; busy = await lastingUntil(execution)) {
    await execution.advanceTo(busy);
  }
  await execution.advanceTo(execution.now + delayMs);
}

/** When the first of the lasting scripts that run now is done; -Infinity when none runs. */
async function lastingUntil(execution: Execution): Promise<number> {
  const instances = await execution.instances();
  const ends = instances.flatMap(({ events }) => {
    const open = new Map<number, number>();
    for (const { type, element, token, at } of events) {
      const seconds = secondsOfLasting(element);
      if (seconds !== null && type === 'enter') open.set(token, at + seconds * 1000);
      else if (seconds !== null) open.delete(token);
    }
    return [...open.values()];
  });
  return ends.length > 0 ? Math.min(...ends) : -Infinity;
}

async function outcomeOf(execution: Execution): Promise<Outcome> {
  const instances = await execution.instances();
  const incidents = instances.flatMap((instance) => instance.incidents);
  const lacking = incidents.find(isLacking);
  const uncaught = instances.find((instance) => instance.status === 'failed' && instance.errorCode !== null);
  const trace = execution.log.map((entry) => entry.text).filter((text) => !/^(begin|done) /.test(text));
  if (provenParallel(execution.log)) trace.push('ExecutionParallel');
  if (lacking) trace.push('NotSupported');
  else if (incidents.length > 0) trace.push('RuntimeException');
  if (uncaught) trace.push('ErrorThrownErrorEvent');
  const first = lacking ?? incidents[0];
  return { trace, why: first ? saying(first) : null };
}

function saying({ code, element, message }: { code: string; element: string; message: Message }): Message {
  return { en: `${message.en} (${code}, ${element})`, zh: `${message.zh}（${code}，${element}）` };
}
