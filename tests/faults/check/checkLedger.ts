import type { Problem } from '../FaultLine.ts';
import type { Ledger } from './Ledger.ts';
import type { HistoryEntry, Snapshot } from './readSnapshot.ts';

export interface LedgerRules {
  /** the clock was set so far that messages that nobody waited for have expired */
  readonly messagesMayExpire?: boolean;
  /** a webhook's deliveries bear another id in the database */
  readonly messageId: (id: string) => string;
}

/**
 * What was acknowledged is there exactly once, what was only sent at most once.
 *
 * @param snapshot read after the ledger's answers had come
 * @param acknowledged ids that had been answered by then: commands may be under way while it is read
 */
export function checkLedger(
  snapshot: Snapshot,
  ledger: Ledger,
  acknowledged: ReadonlySet<string>,
  rules: LedgerRules,
): Problem[] {
  return [
    ...ledger.contradictions.map((text): Problem => ({ kind: 'doubled', text })),
    ...checkStarts(snapshot, ledger, acknowledged),
    ...checkCompletions(snapshot, ledger, acknowledged),
    ...checkMessages(snapshot, ledger, acknowledged, rules),
    ...checkEachOnce(snapshot),
  ];
}

function checkStarts(snapshot: Snapshot, ledger: Ledger, acknowledged: ReadonlySet<string>): Problem[] {
  const started = Map.groupBy(
    snapshot.instances.filter(({ key, parentInstanceId }) => key !== null && parentInstanceId === null),
    ({ key }) => key,
  );
  return ledger.of('start').flatMap(({ sent, answer }): Problem[] => {
    const found = started.get(sent.key) ?? [];
    if (found.length > 1)
      return [{ kind: 'doubled', text: `start ${sent.id} has started ${found.map(({ id }) => id).join(' and ')}` }];
    if (!acknowledged.has(sent.id) || answer === null) return [];
    const [instance] = found;
    const answered = instance && (answer['id'] === instance.id || answer['id'] === snapshot.deals.get(instance.id));
    if (answered && snapshot.commands.has(sent.id)) return [];
    return [{ kind: 'lost', text: `start ${sent.id} was answered ${JSON.stringify(answer)}, but is not there so` }];
  });
}

function checkCompletions(snapshot: Snapshot, ledger: Ledger, acknowledged: ReadonlySet<string>): Problem[] {
  const closed = new Map(snapshot.closed.map((task) => [task.id, task]));
  const open = new Set(snapshot.open.map(({ id }) => id));
  const byTask = Map.groupBy(ledger.of('complete'), ({ sent }) => sent.taskId);
  const problems: Problem[] = [];
  for (const [taskId, entries] of byTask) {
    const task = closed.get(taskId);
    const promised = entries.filter(({ sent, answer }) => answer !== null && acknowledged.has(sent.id));
    if (promised.length > 1)
      problems.push({ kind: 'doubled', text: `task ${taskId} was completed for ${promised.length} commands` });
    for (const { sent, answer } of promised) {
      if (task?.status !== 'completed' || task.commandId !== sent.id) {
        problems.push({ kind: 'lost', text: `the completion ${sent.id} of ${taskId} was answered and is not there` });
        continue;
      }
      const next = ((answer?.['nextTasks'] ?? []) as readonly string[]).filter(
        (id) => !open.has(id) && !closed.has(id),
      );
      if (next.length > 0)
        problems.push({ kind: 'lost', text: `${taskId} led to ${next.join()}, which are not there` });
    }
    const left = leavings(snapshot, taskId);
    if (left > 1) problems.push({ kind: 'doubled', text: `task ${taskId} was left ${left} times` });
    if (promised.length > 0 && left === 0)
      problems.push({ kind: 'lost', text: `the history does not tell that ${taskId} was completed` });
  }
  return problems;
}

function leavings(snapshot: Snapshot, taskId: string): number {
  const split = taskId.lastIndexOf(':');
  const token = Number(taskId.slice(split + 1));
  const history = snapshot.history.get(taskId.slice(0, split)) ?? [];
  const at = history.findLast((event) => event.type === 'enter' && event.token === token)?.elementId;
  return history.filter((event) => event.type === 'leave' && event.token === token && event.elementId === at).length;
}

function checkMessages(
  snapshot: Snapshot,
  ledger: Ledger,
  acknowledged: ReadonlySet<string>,
  { messagesMayExpire, messageId }: LedgerRules,
): Problem[] {
  const delivered = new Map<string, number>();
  for (const history of snapshot.history.values())
    for (const { detail } of history) {
      const id = (detail?.variables as { messageId?: string } | undefined)?.messageId;
      if (id !== undefined) delivered.set(id, (delivered.get(id) ?? 0) + 1);
    }
  const kept = new Set(snapshot.kept.map(({ id }) => id));
  return ledger.of('message').flatMap(({ sent }): Problem[] => {
    const times = (delivered.get(sent.id) ?? 0) + (kept.has(messageId(sent.id)) ? 1 : 0);
    if (times > 1) return [{ kind: 'doubled', text: `message ${sent.id} is there ${times} times` }];
    if (times === 1 || messagesMayExpire || !acknowledged.has(sent.id)) return [];
    return [{ kind: 'lost', text: `message ${sent.id} was taken, and is neither delivered nor kept` }];
  });
}

/** A token enters and leaves an element once: whatever fired twice would show here. */
function checkEachOnce(snapshot: Snapshot): Problem[] {
  const problems: Problem[] = [];
  for (const [instanceId, history] of snapshot.history) {
    const seen = new Set<string>();
    for (const event of history) {
      if (event.type !== 'enter' && event.type !== 'leave') continue;
      const name = nameOf(event);
      if (seen.has(name)) problems.push({ kind: 'doubled', text: `${instanceId}: ${name} is told twice` });
      seen.add(name);
    }
  }
  return problems;
}

function nameOf({ type, elementId, token }: HistoryEntry): string {
  return `${type} ${elementId} by token ${token}`;
}
