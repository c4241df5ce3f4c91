import type { HistoryEvent } from '../types/HistoryEvent.ts';

/** Every entry of a finished instance must be left or cancelled once, by the same token at the same node: those that are not. */
export function unpairedEvents(events: readonly HistoryEvent[]): string[] {
  const open = new Set<string>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.type !== 'enter' && event.type !== 'leave' && event.type !== 'cancel') continue;
    const key = `${event.node}/${event.token}`;
    if (event.type === 'enter' ? open.has(key) : !open.delete(key)) wrong.push(`${event.type} ${key}`);
    if (event.type === 'enter') open.add(key);
  }
  return [...wrong, ...open];
}
