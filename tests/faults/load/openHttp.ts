import { signatureOf } from '../../../packages/connectors/src/index.ts';
import type { JsonObject } from '../../../packages/engine/src/index.ts';
import type { CompleteResult, ModelDetail, Page, TaskRow, WebhookSecret } from '@dealwright/api/contract';
import { acceptInvite, type ApiClient, Refused, signIn } from '../../apiClient.ts';
import { ADMIN } from '../../serverProcess.ts';
import type { Sent } from '../check/Ledger.ts';
import { AWAY, Refusal, type Target, Unanswered } from './Target.ts';

export const REP = { email: 'rep@example.com', password: 'a password for tests' } as const;

export interface HttpAccess {
  /** a rep who presses buttons, and a system that delivers to a webhook */
  readonly target: Target;
  readonly rep: ApiClient;
  /** the id under which the database knows a message */
  readonly messageId: (id: string) => string;
}

/** Invites a rep, deploys a process and makes a webhook for its message, over HTTP as an admin does. */
export async function openHttp(url: string, xml: string): Promise<HttpAccess> {
  const admin = await signIn(url, ADMIN);
  const invited = await admin.mutate<{ inviteUrl: string }>('people.create', {
    name: 'Rep',
    email: REP.email,
    roles: ['rep'],
  });
  await acceptInvite(url, invited.inviteUrl, REP.password);
  await admin.mutate('people.update', { id: admin.me.id, changes: { roles: ['admin', 'manager'] } });
  const model = await admin.mutate<ModelDetail>('model.create', { name: 'Load', from: { kind: 'file', xml } });
  await admin.mutate('model.deploy', { id: model.id, revision: model.revision, note: 'for the fault test' });
  const webhook = await admin.mutate<WebhookSecret>('webhook.create', {
    name: 'Payments',
    kind: 'message',
    target: 'paid',
    payload: '',
    correlation: 'body.key',
  });
  const rep = await signIn(url, REP);
  return {
    rep,
    target: {
      send: (sent) => answering(() => send(url, rep, webhook, sent)),
      tasks: () =>
        answering(async () => {
          const { rows } = await rep.query<Page<TaskRow>>('task.list', { view: 'mine', limit: 200 });
          return rows.map(({ id }) => id);
        }),
    },
    messageId: (id) => `webhook:${webhook.id}:${id}`,
  };
}

async function send(url: string, rep: ApiClient, webhook: WebhookSecret, sent: Sent): Promise<JsonObject> {
  switch (sent.kind) {
    case 'start':
      return { id: (await startDeal(rep, sent)).id };
    case 'complete': {
      const input = { id: sent.taskId, commandId: sent.id, values: {} };
      const { finished, nextTasks } = await rep.mutate<CompleteResult>('task.complete', input);
      return { finished, nextTasks: nextTasks.map(({ id }) => id) };
    }
    case 'message':
      return deliver(url, webhook, sent);
  }
}

function startDeal(rep: ApiClient, { id: commandId, key }: Extract<Sent, { kind: 'start' }>): Promise<{ id: string }> {
  return rep.mutate('deal.start', { processId: 'load', name: key, value: 100, commandId });
}

async function deliver(url: string, webhook: WebhookSecret, { id, key }: Extract<Sent, { kind: 'message' }>) {
  const body = Buffer.from(JSON.stringify({ messageId: id, key }));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const response = await fetch(`${url}/hooks/${webhook.id}`, {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(webhook.secret, { id, timestamp }, body),
    },
    body,
  });
  const answer = (await response.json()) as { readonly delivered: string; readonly code?: string };
  if (response.ok) return { delivered: answer.delivered };
  throw response.status >= 500
    ? new Unanswered(JSON.stringify(answer))
    : new Refusal('webhook', JSON.stringify(answer));
}

/** A connection that ends tells nothing of the command; neither does a server whose database is away. */
async function answering<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) throw new Unanswered(error.message);
    if (!(error instanceof Refused)) throw error;
    if (error.problem.code === AWAY) throw new Unanswered(error.message);
    throw new Refusal(error.problem.code, error.message);
  }
}
