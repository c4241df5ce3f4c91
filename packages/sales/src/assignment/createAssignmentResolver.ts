import type { Assignment } from '@dealwright/bpmn';
import type { JsonObject } from '@dealwright/engine';
import { ExpressionError } from '@dealwright/expression';
import type { AssignmentResolver, TaskAssignment, TaskContext } from '@dealwright/runtime';
import { type EntityManager, query, queryOne } from '@dealwright/store';
import { groupPrincipal, rolePrincipal } from '../people/principals.ts';
import { dealOwner, type Owner } from './dealOwner.ts';
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
function managers(demo: boolean): TaskAssignment {
  return { assigneeId: null, candidates: [rolePrincipal('manager', demo)] };
}

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
    const owner = await dealOwner(em, context.instanceId, context.variables);
    const assignment = context.graph.nodes[context.node]?.business.assignment ?? null;
    const asked: Asked = {
      em,
      context,
      owner,
      demo: owner?.demo ?? false,
      all: assignment?.approve === 'all',
    };
    const outcome = await resolve(asked, assignment, options);
    if (typeof outcome !== 'string') return outcome;
    const elementId = context.graph.nodes[context.node]?.id ?? '';
    options.onFallback?.({ elementId, instanceId: context.instanceId, reason: outcome });
    return managers(asked.demo);
  };
}

/** The assignment, or in a string why there is none. */
type Outcome = TaskAssignment | string;

interface Asked {
  readonly em: EntityManager;
  readonly context: TaskContext;
  readonly owner: Owner | null;
  /** a demo deal: its groups and roles are the demo team's */
  readonly demo: boolean;
  /** everybody in the group must approve (会签) */
  readonly all: boolean;
}

async function resolve(asked: Asked, assignment: Assignment | null, options: AssignmentOptions): Promise<Outcome> {
  const value = assignment?.value ?? '';
  switch (assignment?.rule ?? 'lane') {
    case 'lane':
      return byLane(asked);
    case 'owner':
      return toOwner(asked);
    case 'person':
      return toPerson(asked, value);
    case 'group':
      return toGroup(asked, value);
    case 'roundRobin':
    case 'leastLoaded': {
      const members = await groupMembers(asked.em, value, asked.demo);
      if (members.length === 0) return emptyGroup(value);
      const turn = assignment?.rule === 'roundRobin';
      const member = turn ? await nextInTurn(asked.em, members, asked.context) : leastLoaded(members);
      return { assigneeId: member?.id ?? null, candidates: [groupPrincipal(value, asked.demo)] };
    }
    case 'expression':
      return byExpression(asked, value, options);
  }
}

async function byLane(asked: Asked): Promise<Outcome> {
  const role = laneRoleOf(asked.context.graph, asked.context.node);
  if (role.kind === 'owner') return toOwner(asked);
  if (role.kind === 'manager') return toManager(asked);
  return toGroup(asked, role.key);
}

function toOwner(asked: Asked): Outcome {
  const { owner } = asked;
  if (!owner) return 'the deal has no owner';
  if (owner.active) return { assigneeId: owner.id, candidates: [`p:${owner.id}`] };
  return owner.managerId === null ? 'the owner has left' : person(asked, owner.managerId);
}

function toManager(asked: Asked): Outcome {
  return asked.owner?.managerId ? person(asked, asked.owner.managerId) : 'the owner has no active manager';
}

async function toPerson(asked: Asked, email: string): Promise<Outcome> {
  const found = await queryOne<{ id: string }>(asked.em, `select id from person where email = lower($1) and active`, [
    email.trim(),
  ]);
  return found ? person(asked, found.id) : `nobody active has the e-mail address "${email}"`;
}

/** A group's task is anybody's in it. When all must approve it is each member's, named now: who joins later need not. */
async function toGroup({ em, demo, all }: Asked, group: string): Promise<Outcome> {
  const members = await query<{ id: string }>(
    em,
    `select id from person where active and $1 = any(groups) and demo = $2 order by id limit $3`,
    [group, demo, all ? null : 1],
  );
  if (members.length === 0) return emptyGroup(group);
  const candidates = all ? members.map((member) => `p:${member.id}`) : [groupPrincipal(group, demo)];
  return { assigneeId: null, candidates };
}

function emptyGroup(group: string): string {
  return `the group "${group}" has no active members`;
}

async function byExpression(asked: Asked, expression: string, options: AssignmentOptions): Promise<Outcome> {
  const { context } = asked;
  let answer: unknown;
  try {
    answer = await (context.evaluate ?? options.evaluate)(expression, context.variables);
  } catch (error) {
    // an evaluation that the transaction must not wait for, say: not ours to deal with
    if (!(error instanceof ExpressionError)) throw error;
    return `the expression failed: ${error.message}`;
  }
  if (typeof answer !== 'string' || answer.trim() === '') return 'the expression gave no e-mail address or group';
  return answer.includes('@') ? toPerson(asked, answer) : toGroup(asked, answer.trim());
}

function person({ demo }: Asked, id: string): TaskAssignment {
  return { assigneeId: id, candidates: [`p:${id}`, rolePrincipal('manager', demo)] };
}
