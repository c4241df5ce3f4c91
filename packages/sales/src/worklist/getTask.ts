import { type FormSchema, formFields } from '@dealwright/bpmn';
import type { JsonObject, State } from '@dealwright/engine';
import { tokenVariables } from '@dealwright/runtime';
import { type EntityManager, queryOne } from '@dealwright/store';
import { DEAL_FIELDS } from '../deals/dealFields.ts';
import type { ReadDeps, Viewer } from '../Viewer.ts';
import { taskNotFound } from './findTaskAccess.ts';
import { taskAccess, type TaskHolding } from './taskAccess.ts';
import type { TaskDetail } from './TaskRow.ts';
import { taskRows } from './taskRows.ts';

interface Found extends TaskHolding {
  readonly nodeId: string;
  readonly token: number;
  readonly deploymentId: string;
  readonly version: number;
  readonly status: TaskDetail['status'];
  readonly draft: JsonObject | null;
  readonly state: State;
  readonly completedByName: string | null;
  readonly ownerName: string | null;
  readonly value: number | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly lossReason: string | null;
}

/** A task with its form, the form's values, and the deal's facts. Throws `not-found`, also for what may not be seen. */
export async function getTask(deps: ReadDeps, viewer: Viewer, id: string): Promise<TaskDetail> {
  const em = deps.em();
  const task = await findTask(em, id);
  const access = task ? taskAccess(viewer, task) : null;
  const [row] = access?.canSee ? await taskRows(em, deps, [id], { open: false }) : [];
  if (!task || !access || !row) throw taskNotFound();
  const graph = await deps.graph(task.deploymentId);
  const business = graph.nodes[graph.nodeIndex.get(task.nodeId) ?? -1]?.business;
  const { canClaim, canComplete, canAssign } = access;
  return {
    ...row,
    status: task.status,
    completedBy: task.completedBy === null ? null : { id: task.completedBy, name: task.completedByName ?? '' },
    form: business?.form ?? null,
    values: business?.form ? formValues(keysOf(business.form), task) : {},
    playbook: business?.playbook ?? {},
    canClaim,
    canComplete,
    canAssign,
    deploymentId: task.deploymentId,
    version: task.version,
    owner: task.ownerId === null ? null : { id: task.ownerId, name: task.ownerName ?? '' },
    expectedCloseOn: task.expectedCloseOn,
    nextStep: task.nextStep,
    kpis: (business?.kpis ?? []).map(({ id: kpiId, labels, target, unit }) => ({ id: kpiId, labels, target, unit })),
  };
}

/** What a task's form is shown with before anybody drafts anything: what its read-only fields must come back as. */
export async function shownValues(em: EntityManager, id: string, form: FormSchema): Promise<Record<string, unknown>> {
  const task = await findTask(em, id);
  return task ? formValues(keysOf(form), { ...task, draft: null }) : {};
}

/**
 * What a form starts with: the draft, over the deal's own fields, over the variables that the task sees. The deal's
 * row goes before a variable of the same key, since it may have been edited on the deal's page since.
 */
function formValues(keys: readonly string[], task: Found): Record<string, unknown> {
  const variables = tokenVariables(task.state, task.token);
  const deal = Object.fromEntries(DEAL_FIELDS.map((field) => [field.formKey, task[field.name]]));
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const value = task.draft?.[key] ?? deal[key] ?? variables[key];
    if (value !== undefined && value !== null) values[key] = value;
  }
  return values;
}

async function findTask(em: EntityManager, id: string): Promise<Found | null> {
  return queryOne<Found>(
    em,
    `select t.node_id as "nodeId", t.token, t.deployment_id as "deploymentId", v.version, t.status, t.draft,
            t.assignee_id as "assigneeId", t.candidates, t.approve, t.approvals, i.state, t.completed_by as "completedBy",
            c.name as "completedByName", d.owner_id as "ownerId", o.name as "ownerName", d.value,
            d.expected_close_on as "expectedCloseOn", d.next_step as "nextStep", d.loss_reason as "lossReason"
     from task t
     join instance i on i.id = t.instance_id
     join deployment v on v.id = t.deployment_id
     left join deal d on d.instance_id = t.instance_id
     left join person o on o.id = d.owner_id
     left join person c on c.id = t.completed_by
     where t.id = $1`,
    [id],
  );
}

/** The first part of each field's path: a group with a path holds its values in one object. */
function keysOf(form: FormSchema): string[] {
  return [...new Set(formFields(form).map((field) => field.key.split('.')[0] ?? field.key))];
}
