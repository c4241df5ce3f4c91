import { createBus } from '../Bus.ts';
import type { Context, Log } from '../Context.ts';
import type { Role } from '../contract/index.ts';
import type { Session } from '../Services.ts';
import { fakeServices } from './fakeServices.ts';

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export function fakeSession(roles: readonly Role[]): Session {
  return { personId: 'person', roles, tokenHash: 'hash', csrfToken: 'csrf' };
}

/** A call's context over fake services, as if the request had come from our own page. */
export function fakeContext(session: Session | null, changes: Partial<Context> = {}): Context {
  return {
    services: fakeServices([]),
    bus: createBus(() => {}),
    log: silentLog,
    session,
    request: { id: 'request', address: 'address', csrfToken: session?.csrfToken ?? null, sameOrigin: true },
    setSessionCookie: () => {},
    ...changes,
  };
}
