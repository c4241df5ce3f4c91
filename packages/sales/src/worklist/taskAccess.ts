import type { Viewer } from '../Viewer.ts';

export interface TaskHolding {
  readonly status: string;
  readonly assigneeId: string | null;
  readonly candidates: readonly string[];
  readonly completedBy: string | null;
  /** "all": each of the persons among the candidates must approve (会签) */
  readonly approve: 'any' | 'all';
  readonly approvals: readonly { readonly by: string }[];
  /** the deal's owner; null for a task without a deal */
  readonly ownerId: string | null;
}

export interface TaskAccess {
  readonly canSee: boolean;
  readonly canClaim: boolean;
  readonly canComplete: boolean;
  readonly canAssign: boolean;
}

/**
 * What a viewer may do with a task. Candidates, the assignee and who completed it see it; so do managers and admins for the deals and
 * people in their scope. An unclaimed task may be claimed, or completed outright, by its candidates and by those
 * managers; a claimed one is completed by its assignee alone. Handing on is the assignee's and the managers'. One that
 * several must approve is nobody's to claim or hand on: each of them who has not yet approves it.
 */
export function taskAccess(viewer: Viewer, task: TaskHolding): TaskAccess {
  const owners = viewer.scope.kind === 'all' ? null : new Set(viewer.scope.ownerIds);
  const within = (id: string | null) => id !== null && (owners === null || owners.has(id));
  const inScope = owners === null || within(task.ownerId) || within(task.assigneeId);
  const leads = inScope && (viewer.roles.includes('manager') || viewer.roles.includes('admin'));
  const holds = task.assigneeId === viewer.id;
  const candidate = task.candidates.some((principal) => viewer.principals.includes(principal));
  const open = task.status === 'open';
  const shared = task.approve === 'all';
  const canClaim = open && !shared && task.assigneeId === null && (candidate || leads);
  const owesApproval =
    open &&
    shared &&
    task.candidates.includes(`p:${viewer.id}`) &&
    !task.approvals.some((approval) => approval.by === viewer.id);
  return {
    canSee: holds || candidate || inScope || task.completedBy === viewer.id,
    canClaim,
    canComplete: owesApproval || (open && !shared && (holds || canClaim)),
    canAssign: open && !shared && (holds || leads),
  };
}
