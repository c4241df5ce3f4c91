import type { JsonObject } from '@dealwright/engine';
import { ExpressionError } from '@dealwright/expression';
import type { AssignmentResolver, TaskAssignment, TaskContext } from '@dealwright/runtime';
import { type EntityManager, queryOne } from '@dealwright/store';
import { dealOwner } from './dealOwner.ts';
import { groupMembers, leastLoaded, nextInTurn } from './groupMember.ts';
import { laneRoleOf } from './roles.ts';

export interface AssignmentOptions {
  /** FEEL over the instance's variables, with a deadline of its own; used where the context brings no `evaluate` */
  readonly evaluate: (expression: string, variables: JsonObject) => unknown;
  /** told when a rule named nobody and the managers were asked instead; for the log */
  readonly onFallback?: (note: {
    readonly elementId: string;
    readonly instanceId: string;
    readonly reason: string;
  }) => void;
}

/** What everybody with the role manager may claim: where a task goes that nobody else can be found for. */
const MANAGERS: TaskAssignment = { assigneeId: null, candidates: ['r:manager'] };

/**
 * Answers who gets a task, from the drawing and the people:
 *
 * - lane "owner" (also named Rep, 销售 …) or no lane: the deal's owner
 * - lane "manager": the owner's manager, else every manager as candidate
 * - any other lane: the group of that key as candidates
 * - rules: owner; person (e-mail); group; roundRobin and leastLoaded over a group's members; expression (FEEL that
 *   gives an e-mail address or a group key)
 *
 * A task is never without anybody: an owner who has left, an unknown e-mail address, an empty group or an expression
 * that fails put it before the managers, and `onFallback` is told why. The candidates of a task with an assignee are
 * who may claim it after a release.
 */
export function createAssignmentResolver(options: AssignmentOptions): AssignmentResolver {
  return async (em, context) => {
    const outcome = await resolve(em, context, options);
    if (typeof outcome !== 'string') return outcome;
    const elementId = context.graph.nodes[context.node]?.id ?? '';
    options.onFallback?.({ elementId, instanceId: context.instanceId, reason: outcome });
    return MANAGERS;
  };
}

/** The assignment, or in a string why there is none. */
type Outcome = TaskAssignment | string;

async function resolve(em: EntityManager, context: TaskContext, options: AssignmentOptions): Promise<Outcome> {
  const assignment = context.graph.nodes[context.node]?.business.assignment ?? null;
  const value = assignment?.value ?? '';
  switch (assignment?.rule ?? 'lane') {
    case 'lane':
      return byLane(em, context);
    case 'owner':
      return toOwner(em, context);
    case 'person':
      return toPerson(em, value);
    case 'group':
      return toGroup(em, value);
    case 'roundRobin':
    case 'leastLoaded': {
      const members = await groupMembers(em, value);
      if (members.length === 0) return `the group "${value}" has no active members`;
      const turn = assignment?.rule === 'roundRobin';
      const member = turn ? await nextInTurn(em, members, context) : leastLoaded(members);
      return { assigneeId: member?.id ?? null, candidates: [`g:${value}`] };
    }
    case 'expression':
      return byExpression(em, context, value, options);
  }
}

function byLane(em: EntityManager, context: TaskContext): Promise<Outcome> {
  const role = laneRoleOf(context.graph, context.node);
  if (role.kind === 'owner') return toOwner(em, context);
  if (role.kind === 'manager') return toManager(em, context);
  return toGroup(em, role.key);
}

async function toOwner(em: EntityManager, context: TaskContext): Promise<Outcome> {
  const owner = await dealOwner(em, context.instanceId, context.variables);
  if (!owner) return 'the deal has no owner';
  if (owner.active) return { assigneeId: owner.id, candidates: [`p:${owner.id}`] };
  return owner.managerId === null ? 'the owner has left' : person(owner.managerId);
}

async function toManager(em: EntityManager, context: TaskContext): Promise<Outcome> {
  const owner = await dealOwner(em, context.instanceId, context.variables);
  return owner?.managerId ? person(owner.managerId) : 'the owner has no active manager';
}

async function toPerson(em: EntityManager, email: string): Promise<Outcome> {
  const found = await queryOne<{ id: string }>(em, `select id from person where email = lower($1) and active`, [
    email.trim(),
  ]);
  return found ? person(found.id) : `nobody active has the e-mail address "${email}"`;
}

async function toGroup(em: EntityManager, group: string): Promise<Outcome> {
  const member = await queryOne(em, `select id from person where active and $1 = any(groups) limit 1`, [group]);
  return member ? { assigneeId: null, candidates: [`g:${group}`] } : `the group "${group}" has no active members`;
}

async function byExpression(
  em: EntityManager,
  context: TaskContext,
  expression: string,
  options: AssignmentOptions,
): Promise<Outcome> {
  let answer: unknown;
  try {
    answer = await (context.evaluate ?? options.evaluate)(expression, context.variables);
  } catch (error) {
    // an evaluation that the transaction must not wait for, say: not ours to deal with
    if (!(error instanceof ExpressionError)) throw error;
    return `the expression failed: ${error.message}`;
  }
  if (typeof answer !== 'string' || answer.trim() === '') return 'the expression gave no e-mail address or group';
  return answer.includes('@') ? toPerson(em, answer) : toGroup(em, answer.trim());
}

function person(id: string): TaskAssignment {
  return { assigneeId: id, candidates: [`p:${id}`, 'r:manager'] };
}
