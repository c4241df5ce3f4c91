import { type Connector, JobFault } from '@dealwright/runtime';
import { type EntityManager, query } from '@dealwright/store';

/**
 * Leaves a note for somebody (`to`: a person's id or a role, `message`) in the audit trail. Done once, however often the
 * job is tried.
 */
export function createNotifyConnector(needs: { em: () => EntityManager; now: () => number }): Connector {
  return async ({ idempotencyKey, instanceId, input }) => {
    const { to, message } = input;
    if (typeof to !== 'string' || typeof message !== 'string' || message === '') {
      throw new JobFault('connector-input', {
        en: 'A note needs the inputs "to" and "message", both texts.',
        zh: '通知需要输入“to”和“message”，均为文本。',
      });
    }
    await query(
      needs.em(),
      `insert into audit (id, at, actor_id, action, subject_type, subject_id, after)
       values ($1, $2, null, 'instance.notify', 'instance', $3, $4) on conflict (id) do nothing`,
      [`notify:${idempotencyKey}`, new Date(needs.now()), instanceId, { to, message }],
    );
    return {};
  };
}
