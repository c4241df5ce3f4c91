import { type FormSchema, validateForm } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { type Evaluator, ExpressionError } from '@dealwright/expression';
import type { OpenedTask } from '@dealwright/runtime';
import { query, queryOne } from '@dealwright/store';
import { nodeFacts } from '../nodeFacts.ts';
import type { DealDeps } from '../SalesDeps.ts';
import { SalesError } from '../SalesError.ts';
import type { Viewer } from '../Viewer.ts';
import { shownValues } from '../worklist/getTask.ts';
import { findTaskAccess } from '../worklist/findTaskAccess.ts';
import type { CompletedTask } from '../worklist/TaskRow.ts';
import { writesDeal, writeTaskFields } from './writeTaskFields.ts';

export interface CompleteDeps extends DealDeps {
  /** for the conditions by which fields are hidden, and so not required */
  readonly evaluator: Evaluator;
}

/**
 * Completes a task with its form's values: checked against the form, handed to the process, and what they say of the
 * deal written to the deal, all in one transaction and once for a `commandId`. Throws `not-found`, `forbidden`,
 * `form-invalid` (place: the first field; `details.errors`: all), and `TaskGone`, `TaskTaken` of the runtime.
 */
export async function completeDealTask(
  deps: CompleteDeps,
  viewer: Viewer,
  request: { readonly id: string; readonly values: JsonObject; readonly commandId: string },
): Promise<CompletedTask> {
  const { task, access } = await findTaskAccess(deps.em, viewer, request.id);
  const graph = await deps.runtime.graph(task.deploymentId);
  const { instanceId, nodeId } = task;
  if (task.status === 'open') {
    // somebody else's task is refused by the runtime, which knows who has it and since when
    if (task.assigneeId === null && !access.canComplete) throw forbidden();
    const form = graph.nodes[graph.nodeIndex.get(nodeId) ?? -1]?.business.form ?? null;
    await checkForm(deps, request, form);
  }
  const { id, values, commandId } = request;
  const done = await deps.runtime.complete({
    taskId: id,
    variables: variablesOfForm(values),
    actorId: viewer.id,
    commandId,
    // what says nothing of the deal need not wait for a transaction of its own
    ...(writesDeal(values) && {
      within: (em) => writeTaskFields(em, deps, { id, instanceId, nodeId, values, actorId: viewer.id }),
    }),
  });
  const opened = done.opened ?? (await asTheyAre(deps, done.nextTasks));
  return describe(deps, viewer, task, done.finished, opened);
}

/** The value is a variable under two names, see `variablesOf`. */
function variablesOfForm(values: JsonObject): JsonObject {
  const value = values['deal_value'];
  return value === undefined ? values : { ...values, amount: value };
}

async function checkForm(
  deps: CompleteDeps,
  { id, values }: { readonly id: string; readonly values: JsonObject },
  form: FormSchema | null,
): Promise<void> {
  const schema = form ?? { type: 'default', components: [] };
  const shown = form ? await shownValues(deps.em(), id, form) : {};
  const errors = await deps.evaluator.settle(deps.now(), (env) =>
    validateForm(schema, values, {
      shown,
      isHidden(condition, given) {
        try {
          return env.evaluate(condition, given as JsonObject) === true;
        } catch (error) {
          // a condition that fails hides nothing, as in the form itself
          if (error instanceof ExpressionError) return false;
          throw error;
        }
      },
    }),
  );
  const first = errors[0];
  if (!first) return;
  throw new SalesError('form-invalid', first.message, { place: { field: first.field }, details: { errors } });
}

/** Opened by the command, or long ago by the first of its kind: nobody's any more if it is closed by now. */
type Opened = OpenedTask & { readonly closed?: boolean };

/** The tasks that a repeated command had opened: the same as were answered first, whatever has become of them. */
function asTheyAre(deps: CompleteDeps, ids: readonly string[]): Promise<Opened[]> {
  return query<Opened>(
    deps.em(),
    `select id, node_id as "nodeId", assignee_id as "assigneeId", candidates, due_at as "dueAt", status <> 'open' as closed
     from task where id = any($1::text[])`,
    [ids],
  );
}

async function describe(
  deps: CompleteDeps,
  viewer: Viewer,
  task: { readonly instanceId: string; readonly deploymentId: string },
  finished: boolean,
  opened: readonly Opened[],
): Promise<CompletedTask> {
  const graph = await deps.runtime.graph(task.deploymentId);
  return {
    finished,
    outcome: finished ? await outcomeOf(deps, task.instanceId) : null,
    nextTasks: opened.toSorted(soonestFirst).map(({ id, nodeId, assigneeId, candidates, closed = false }) => {
      const { name, labels } = nodeFacts(graph, nodeId);
      const candidate = assigneeId === null && candidates.some((one) => viewer.principals.includes(one));
      return { id, name, labels, mine: !closed && (assigneeId === viewer.id || candidate) };
    }),
  };
}

async function outcomeOf(deps: CompleteDeps, instanceId: string): Promise<string | null> {
  const sql = 'select outcome from instance where id = $1';
  return (await queryOne<{ outcome: string | null }>(deps.em(), sql, [instanceId]))?.outcome ?? null;
}

function soonestFirst(a: Opened, b: Opened): number {
  const due = (task: Opened) => (task.dueAt === null ? Infinity : Date.parse(task.dueAt));
  return due(a) === due(b) ? (a.id < b.id ? -1 : 1) : due(a) - due(b);
}

export function forbidden(): SalesError {
  return new SalesError('forbidden', {
    en: 'This task is for somebody else.',
    zh: '该待办不由您处理。',
  });
}
