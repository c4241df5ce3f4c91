import { expect, test } from 'vitest';
import { randomProcess } from './testing/randomProcess.ts';
import { seeded } from './testing/seeded.ts';
import { Simulation } from './testing/Simulation.ts';
import { unpairedEvents } from './testing/unpairedEvents.ts';

const RUNS = 200;

test(`${RUNS} random processes run to their end with no token lost or doubled`, () => {
  for (let seed = 1; seed <= RUNS; seed++) runOne(seed);
});

function runOne(seed: number): void {
  const random = seeded(seed);
  const { graph, blocks } = randomProcess(random);
  const run = new Simulation(graph, {
    interpreter: { evaluate: () => random() < 0.4, script: () => null },
    onState(state) {
      const copy = JSON.parse(JSON.stringify(state)) as typeof state;
      expect(copy, `seed ${seed}`).toEqual(state);
      return copy;
    },
  }).start();
  for (let turn = 0; run.state.status === 'active'; turn++) {
    expect(turn, `seed ${seed} does not end`).toBeLessThan(5_000);
    const answerable = run.waits.filter(({ kind }) => kind === 'task' || kind === 'job');
    const wait = answerable[Math.floor(random() * answerable.length)];
    expect(wait, `seed ${seed} hangs at ${run.open.join(', ')}`).toBeDefined();
    if (!wait) return;
    if (random() < 0.1) run.advance('PT1H');
    else run.complete(wait.nodeId);
  }
  expect(run.finish, `seed ${seed}`).toMatchObject({ status: 'completed' });
  expect(run.open, `seed ${seed}`).toEqual([]);
  expect(run.state.tokens, `seed ${seed}`).toEqual([]);
  expect(run.state.scopes, `seed ${seed}`).toHaveLength(1);
  for (const [entry, exit] of blocks) {
    const entered = run.entered.filter((id) => id === entry).length;
    expect(
      run.entered.filter((id) => id === exit),
      `seed ${seed}: ${entry} to ${exit}`,
    ).toHaveLength(entered);
  }
  expect(
    run.entered.filter((id) => id === graph.nodes.at(-1)?.id),
    `seed ${seed}`,
  ).toHaveLength(1);
  expect(unpairedEvents(run.events), `seed ${seed}`).toEqual([]);
}
