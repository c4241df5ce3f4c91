import type { Labels, Message } from '@dealwright/bpmn/types';
import type { DealCard } from '../board/DealCard.ts';
import type { MoveTarget } from './moveTargets.ts';
import type { Startable } from './startableAt.ts';
import type { PersonRef } from '../people/Person.ts';

export type StageState = 'done' | 'current' | 'ahead' | 'skipped';

/** A deal as its page shows it. Times are ISO 8601 in UTC, days YYYY-MM-DD. */
export interface DealDetail extends DealCard {
  readonly revision: number;
  readonly processId: string;
  readonly processName: string;
  readonly processLabels: Labels;
  readonly deploymentId: string;
  readonly version: number;
  readonly xml: string;
  readonly stages: readonly { readonly id: string; readonly labels: Labels; readonly state: StageState }[];
  readonly expectedCloseOn: string | null;
  readonly closedAt: string | null;
  readonly closeValue: number | null;
  readonly lossReason: string | null;
  /** the reason in words, where a form of this version offers it in a list */
  readonly lossReasonLabels: Labels;
  readonly nextStep: string | null;
  readonly createdAt: string;
  readonly tokens: readonly { readonly nodeId: string; readonly since: string }[];
  /** elements entered, in the order of their first time */
  readonly visited: readonly string[];
  /** flows taken, likewise */
  readonly taken: readonly string[];
  readonly openTasks: readonly {
    readonly id: string;
    readonly nodeId: string;
    readonly name: string;
    readonly labels: Labels;
    readonly assignee: PersonRef | null;
    readonly dueAt: string | null;
    /** as in `TaskRow` */
    readonly turn: number | null;
    readonly item: string | null;
  }[];
  /** ad-hoc subprocesses where it stands, and what may be started in them by hand; empty when it is over */
  readonly startable: readonly Startable[];
  /** what a manager may move the deal to by hand, for each element where it stands; empty when it is over */
  readonly moves: readonly { readonly from: string; readonly targets: readonly MoveTarget[] }[];
  readonly incidents: readonly {
    readonly id: string;
    readonly nodeId: string;
    readonly nodeName: string;
    readonly nodeLabels: Labels;
    readonly message: Message;
    readonly raisedAt: string;
  }[];
  readonly canEdit: boolean;
}
