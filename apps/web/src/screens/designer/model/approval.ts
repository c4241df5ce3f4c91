import type { Assignment, FormComponent } from '@dealwright/bpmn/types';
import { is, type ModdleNode } from '../../../diagram/moddle.ts';
import { readAssignment } from './assignment.ts';
import { fieldsOf } from './form.ts';
import { readFeelTexts, writeFeelTexts } from './feelTexts.ts';
import { type Loop, readLoop } from './loop.ts';
import { nodesBefore } from './nodesBefore.ts';
import { readReady, type ReadyCondition } from './readyCondition.ts';

export const APPROVE = 'approve';
export const REJECT = 'reject';
/** variable that one approver's own task knows them by */
const ITEM = 'approver';
const RESULTS = 'approvals';

/** Who must agree: 会签 all of them, 或签 any of them, or so many. */
export const AGREEMENTS = ['all', 'any', 'some'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** An approval by several people, each with a task of their own. */
export interface Approval {
  /** addresses of people and keys of groups; null when `from` says it */
  readonly approvers: readonly string[] | null;
  /** FEEL expression that gives them */
  readonly from: string;
  readonly agreement: Agreement;
  /** how many must agree, where `agreement` is "some" */
  readonly count: number;
  /** one after another, in the order of the list */
  readonly sequential: boolean;
  /** with "all": the first refusal ends it */
  readonly stopAtRefusal: boolean;
  /** form field with the decision, whose options include "approve" */
  readonly field: string;
}

type Ending = 'all' | 'refused' | 'agreed';
const ENDINGS: readonly ReadyCondition<Ending>[] = [
  { id: 'all', write: () => '', counts: false },
  { id: 'refused', write: () => `count(${RESULTS}[item = "${REJECT}"]) > 0`, counts: false },
  { id: 'agreed', write: (count) => `count(${RESULTS}[item = "${APPROVE}"]) >= ${count}`, counts: true },
];

/** The approval that a repeated user task is; null when it is repeated in another way. */
export function readApproval(loop: Loop, assignment: Assignment | null): Approval | null {
  if (loop.kind !== 'each' || loop.item !== ITEM || loop.outputCollection !== RESULTS) return null;
  if (assignment?.rule !== 'expression' || assignment.value !== ITEM) return null;
  const ending = readReady(loop.completionCondition, ENDINGS);
  if (!ending || !/^\w+$/.test(loop.outputItem)) return null;
  const { collection, sequential, outputItem: field } = loop;
  const approvers = collection === '' ? [] : readFeelTexts(collection);
  const agreed = ending.id === 'agreed';
  return {
    approvers,
    from: approvers === null ? collection : '',
    agreement: !agreed ? 'all' : ending.count === 1 ? 'any' : 'some',
    count: agreed ? Math.max(2, ending.count) : 2,
    sequential,
    stopAtRefusal: ending.id === 'refused',
    field,
  };
}

/** The loop and the assignment that make a user task this approval. */
export function writeApproval(approval: Approval): { readonly loop: Loop; readonly assignment: Assignment } {
  const { approvers, from, agreement, count, sequential, stopAtRefusal, field } = approval;
  return {
    loop: {
      kind: 'each',
      // nobody named is nobody asked: left empty, the check says so, where an empty list would pass as agreed
      collection: approvers === null ? from : approvers.length === 0 ? '' : writeFeelTexts(approvers),
      item: ITEM,
      sequential,
      outputCollection: RESULTS,
      outputItem: field,
      completionCondition: endOf(agreement, count, stopAtRefusal),
    },
    assignment: { rule: 'expression', value: ITEM, approve: 'any' },
  };
}

function endOf(agreement: Agreement, count: number, stopAtRefusal: boolean): string {
  const id: Ending = agreement === 'all' ? (stopAtRefusal ? 'refused' : 'all') : 'agreed';
  const wanted = agreement === 'any' ? 1 : Math.max(2, count);
  return ENDINGS.find((one) => one.id === id)?.write(wanted) ?? '';
}

/** The condition under which the deal goes on as approved, for the flow behind the task. */
export function approvedCondition({ agreement, count }: Approval): string {
  if (agreement === 'all') return `every one in ${RESULTS} satisfies one = "${APPROVE}"`;
  return `count(${RESULTS}[item = "${APPROVE}"]) >= ${agreement === 'any' ? 1 : Math.max(2, count)}`;
}

/** The approvals that a deal may have been through where a node stands, nearest first. */
export function approvalsBefore(
  node: ModdleNode,
): readonly { readonly task: ModdleNode; readonly approval: Approval }[] {
  return nodesBefore(node).flatMap((task) => {
    if (!is(task, 'bpmn:UserTask')) return [];
    const approval = readApproval(readLoop(task), readAssignment(task));
    return approval ? [{ task, approval }] : [];
  });
}

/** What an approval begins as: nobody yet, all must agree, the first refusal ends it. */
export function newApproval(field: string): Approval {
  return {
    approvers: [],
    from: '',
    agreement: 'all',
    count: 2,
    sequential: false,
    stopAtRefusal: true,
    field,
  };
}

/** The field of a form that asks for the decision, or one to add to it. */
export function decisionField(components: readonly FormComponent[]): {
  readonly key: string;
  readonly add: FormComponent | null;
} {
  const fields = fieldsOf(components);
  const found = fields.find((field) => {
    const values = new Set((field.values ?? []).map(({ value }) => value));
    return values.has(APPROVE) && values.has(REJECT);
  });
  if (found?.key !== undefined) return { key: found.key, add: null };
  const taken = new Set(fields.map((field) => field.key));
  let key = 'approval_decision';
  for (let more = 2; taken.has(key); more += 1) key = `approval_decision_${more}`;
  return {
    key,
    add: {
      type: 'radio',
      key,
      label: 'Decision',
      properties: { 'label:zh': '审批意见' },
      validate: { required: true },
      values: [
        { value: APPROVE, label: 'Approve', 'label:zh': '同意' },
        { value: REJECT, label: 'Refuse', 'label:zh': '拒绝' },
      ],
    },
  };
}
