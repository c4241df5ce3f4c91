import type { Claim } from '@dealwright/store';
import type { Core } from '../Core.ts';
import { instant } from '../plan/instant.ts';

/** Milliseconds for which a claimed job is this server's alone. */
const LEASE_MS = 300_000;

/** This server, now, as one who claims jobs. */
export function claimant({ options }: Pick<Core, 'options'>): Claim {
  const now = options.now();
  return { now: instant(now), until: instant(now + LEASE_MS), serverId: options.serverId };
}
