import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import type { Role } from './contract/index.ts';
import { ApiError } from './errors/ApiError.ts';
import { appRouter } from './router.ts';
import { createCallerFactory } from './trpc.ts';
import { fakeContext, fakeSession } from './testing/fakeContext.ts';
import { fakeServices } from './testing/fakeServices.ts';

/** Who may call what. A procedure without a row fails the test, and so does a row without a procedure. */
const ANYONE = ['anonymous', 'rep', 'manager', 'admin'];
const SIGNED_IN = ['rep', 'manager', 'admin'];
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'auth.me': ANYONE,
  'auth.setupNeeded': ANYONE,
  'auth.setup': ANYONE,
  'auth.acceptInvite': ANYONE,
  'auth.signIn': ANYONE,
  'auth.signOut': SIGNED_IN,
  'auth.setPreferences': SIGNED_IN,
  'auth.changePassword': SIGNED_IN,
  'people.list': ['manager', 'admin'],
  'people.create': ['admin'],
  'people.update': ['admin'],
  'people.invite': ['admin'],
  'people.names': SIGNED_IN,
  'people.teams': SIGNED_IN,
  'people.groups': SIGNED_IN,
  'model.list': SIGNED_IN,
  'model.get': ['manager', 'admin'],
  'model.templates': SIGNED_IN,
  'model.create': ['manager'],
  'model.saveDraft': ['manager'],
  'model.saveDecisions': ['manager'],
  'model.decisions': ['manager', 'admin'],
  'model.decision': ['manager', 'admin'],
  'model.tryDecision': ['manager'],
  'model.validate': ['manager'],
  'model.deploy': ['manager', 'admin'],
  'model.versions': SIGNED_IN,
  'model.version': SIGNED_IN,
  'model.restoreDraft': ['manager'],
  'deal.board': SIGNED_IN,
  'deal.column': SIGNED_IN,
  'deal.get': SIGNED_IN,
  'deal.timeline': SIGNED_IN,
  'deal.start': ['rep', 'manager'],
  'deal.update': SIGNED_IN,
  'deal.move': ['manager', 'admin'],
  'deal.activate': ['manager', 'admin'],
  'deal.lookups': SIGNED_IN,
  'deal.search': SIGNED_IN,
  'task.list': ['rep', 'manager'],
  'task.counts': SIGNED_IN,
  'task.get': SIGNED_IN,
  'task.claim': SIGNED_IN,
  'task.release': SIGNED_IN,
  'task.assign': SIGNED_IN,
  'task.saveDraft': SIGNED_IN,
  'task.complete': SIGNED_IN,
  'process.view': SIGNED_IN,
  'process.evaluateConditions': ['manager', 'admin'],
  'import.preview': ['manager', 'admin'],
  'import.findings': ['manager', 'admin'],
  'import.run': ['manager', 'admin'],
  'import.status': ['manager', 'admin'],
  'import.latest': ['manager', 'admin'],
  'demo.status': SIGNED_IN,
  'demo.load': ['manager', 'admin'],
  'demo.remove': ['manager', 'admin'],
  'incident.list': ['admin'],
  'incident.kinds': ['admin'],
  'incident.variables': ['admin'],
  'incident.retry': ['admin'],
  'incident.skip': ['admin'],
  'incident.cancel': ['admin'],
  'audit.list': ['admin'],
  'system.status': ['admin'],
  'retention.list': ['admin'],
  'retention.set': ['admin'],
  'calendar.list': ['manager', 'admin'],
  'calendar.save': ['admin'],
  'calendar.remove': ['admin'],
  'secret.list': ['admin'],
  'secret.save': ['admin'],
  'secret.remove': ['admin'],
  'webhook.list': ['admin'],
  'webhook.create': ['admin'],
  'webhook.rotate': ['admin'],
  'webhook.remove': ['admin'],
  'live.changes': SIGNED_IN,
};

// at run time tRPC keeps all procedures in one flat record; its types nest them by router
const made = appRouter._def.procedures as unknown as Readonly<
  Record<string, { readonly _def: { readonly type: string } }>
>;
const procedures = Object.keys(made);

it('has a row for every procedure, and a procedure for every row', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual(procedures.toSorted());
});

describe.each(procedures)('%s', (path) => {
  it.each(ANYONE)('as %s', async (who) => {
    const reached: string[] = [];
    const refused = await call(path, who, reached);
    if (TABLE[path]?.includes(who) === true) {
      // no input is given: it is let through to the parser at least
      expect(refused?.problem.code ?? 'bad-input').toBe('bad-input');
      return;
    }
    // before the input is parsed: the refusal says nothing of what the call takes
    expect(refused?.refusal).toBe(who === 'anonymous' ? 'UNAUTHORIZED' : 'FORBIDDEN');
    expect(refused?.problem.code).toBe(who === 'anonymous' ? 'not-signed-in' : 'forbidden');
    expect(refused?.problem.message.en).toMatch(/[a-z]/);
    expect(refused?.problem.message.zh).toMatch(/\p{Script=Han}/u);
    expect(reached).toEqual([]);
  });
});

const mutations = procedures.filter((path) => made[path]?._def.type === 'mutation');
const PUBLIC = ['auth.setup', 'auth.acceptInvite', 'auth.signIn'];

it.each(mutations)('%s refuses another website', async (path) => {
  const reached: string[] = [];
  const session = PUBLIC.includes(path) ? null : fakeSession(['rep', 'manager', 'admin']);
  const context = fakeContext(session, {
    services: fakeServices(reached),
    request: { id: 'request', address: 'address', csrfToken: 'guessed', sameOrigin: false },
  });
  const refused = await attempt(() => procedureOf(createCallerFactory(appRouter)(context), path)());
  expect(refused?.problem.code).toBe(PUBLIC.includes(path) ? 'foreign-origin' : 'csrf');
  expect(reached).toEqual([]);
});

function call(path: string, who: string, reached: string[]): Promise<ApiError | null> {
  const session = who === 'anonymous' ? null : fakeSession([who as Role]);
  const context = fakeContext(session, { services: fakeServices(reached, { token: 'token', me: null }) });
  return attempt(() => procedureOf(createCallerFactory(appRouter)(context), path)());
}

/** The refusal, or null when the call was let through. */
async function attempt(work: () => Promise<unknown>): Promise<ApiError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof ApiError) return error.cause;
    throw error;
  }
}

/** `caller.deal.get` for "deal.get". */
function procedureOf(caller: object, path: string): () => Promise<unknown> {
  return path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller) as never;
}
