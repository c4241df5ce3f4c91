import type { Labels } from '@dealwright/bpmn/types';
import type { DealStatus } from '../deals/dealStatus.ts';
import type { PersonRef } from '../people/Person.ts';

/** A deal as the board shows it. Times are ISO 8601 in UTC. */
export interface DealCard {
  readonly id: string;
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly product: { readonly id: string; readonly name: string } | null;
  readonly owner: PersonRef;
  readonly value: number | null;
  readonly currency: string;
  readonly status: DealStatus;
  readonly stage: string | null;
  /** since when the token stands where it stands */
  readonly since: string | null;
  readonly nextTask: {
    readonly id: string;
    readonly name: string;
    readonly labels: Labels;
    readonly dueAt: string | null;
  } | null;
  readonly hasIncident: boolean;
  readonly demo: boolean;
}

export interface BoardColumn {
  readonly stage: string | null;
  readonly labels: Labels;
  readonly count: number;
  readonly sum: number;
  readonly cards: readonly DealCard[];
  readonly cursor: string | null;
}

/** A process by its names: the one in BPMN, and those by language where the drawing has them. */
export interface ProcessRef {
  readonly processId: string;
  readonly name: string;
  readonly labels: Labels;
}

export interface Board {
  readonly processes: readonly (ProcessRef & { readonly openDeals: number })[];
  readonly processId: string | null;
  readonly currency: string;
  readonly columns: readonly BoardColumn[];
  readonly totals: Readonly<Record<DealStatus, { readonly count: number; readonly value: number }>>;
}

export interface BoardRequest {
  /** the process with the most open deals when absent */
  readonly processId?: string | undefined;
  readonly ownerId?: string | undefined;
  /** in deal and account names */
  readonly search?: string | undefined;
  readonly status: DealStatus;
}

/** What the pickers of a deal's form offer. */
export interface Lookups {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly products: readonly { readonly id: string; readonly name: string; readonly listPrice: number | null }[];
  readonly people: readonly PersonRef[];
  readonly processes: readonly (ProcessRef & { readonly version: number })[];
}
