import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DraftSaver, type DraftState } from './DraftSaver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(save: (values: number) => Promise<{ savedAt: string }>) {
  const states: DraftState['kind'][] = [];
  return { states, saver: new DraftSaver(save, (state) => states.push(state.kind)) };
}

it('sends only the last values once typing rests', async () => {
  const save = vi.fn((_values: number) => Promise.resolve({ savedAt: 'now' }));
  const { saver, states } = open(save);
  saver.change(1);
  saver.change(2);
  await vi.runAllTimersAsync();
  expect(save.mock.calls).toEqual([[2]]);
  expect(states).toEqual(['saving', 'saved']);
});

it('never has two calls under way', async () => {
  const finish: (() => void)[] = [];
  const save = vi.fn(
    (_values: number) => new Promise<{ savedAt: string }>((resolve) => finish.push(() => resolve({ savedAt: 'now' }))),
  );
  const { saver } = open(save);
  saver.change(1);
  await vi.runAllTimersAsync();
  saver.change(2);
  await vi.runAllTimersAsync();
  expect(save).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await vi.runAllTimersAsync();
  expect(save).toHaveBeenLastCalledWith(2);
});

it('tells of a failure', async () => {
  const { saver, states } = open(() => Promise.reject(new Error('down')));
  saver.change(1);
  await saver.flush();
  expect(states).toEqual(['saving', 'failed']);
});

it('sends nothing after the task is completed', async () => {
  const save = vi.fn((_values: number) => Promise.resolve({ savedAt: 'now' }));
  const { saver } = open(save);
  saver.change(1);
  saver.close();
  saver.change(2);
  await vi.runAllTimersAsync();
  expect(save).not.toHaveBeenCalled();
});
