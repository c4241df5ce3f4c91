import type { Change } from '@dealwright/sales/types';
import { z } from 'zod';
import type { Instant, PersonRef } from './common.ts';

// people.list (query; admin, manager) → Person[] · people.create (mutation; admin) → { id, inviteUrl }
// people.update (mutation; admin) → void · people.invite (mutation; admin; new link) → { inviteUrl }
// people.names (query; all) → PersonRef[] (for pickers)
// people.teams (query) → { id, name }[] · people.groups (query) → string[]
// audit.list (query; admin) → Page<AuditRow>
// system.status (query; admin) → SystemStatus
export type { PersonRow as Person } from '@dealwright/sales/types';
export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  readonly actor: PersonRef | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  /** the same field by field, in words where there are any */
  readonly changes: readonly Change[];
}
export interface SystemStatus {
  readonly version: string;
  readonly database: 'pglite' | 'postgresql';
  readonly startedAt: Instant;
  readonly activeInstances: number;
  readonly openTasks: number;
  readonly readyJobs: number;
  readonly oldestDueJob: Instant | null;
  readonly openIncidents: number;
}
const id = z.string().min(1).max(200);
const role = z.enum(['manager', 'rep', 'admin']);
const personFields = {
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  roles: z.array(role).max(3),
  groups: z.array(z.string().trim().min(1).max(100)).max(50),
  managerId: id.nullable(),
  teamName: z.string().trim().min(1).max(200).nullable(),
};
export const createPersonInput = z.object({
  ...personFields,
  groups: personFields.groups.default([]),
  managerId: personFields.managerId.default(null),
  teamName: personFields.teamName.default(null),
});
/** What is absent stays as it is: a default here would empty it. */
export const updatePersonInput = z.object({
  id,
  changes: z.object({ ...personFields, active: z.boolean() }).partial(),
});
export const personIdInput = z.object({ id });
export const pageInput = z.object({ cursor: z.string().max(500).optional() });
export const auditInput = pageInput.extend({
  subjectType: z.string().max(100).optional(),
  subjectId: z.string().max(200).optional(),
});
