import { expect, test } from 'vitest';
import { CommandRefused } from './CommandRefused.ts';
import { seeded } from './testing/seeded.ts';
import { Simulation } from './testing/Simulation.ts';
import { unpairedEvents } from './testing/unpairedEvents.ts';
import { wildProcess } from './testing/wildProcess.ts';
import type { Command } from './types/Command.ts';

const RUNS = 200;

test(`${RUNS} wild processes under random commands: nothing is thrown but refusals, and nothing is left behind`, () => {
  for (let seed = 1; seed <= RUNS; seed++) runOne(seed);
});

function runOne(seed: number): void {
  const random = seeded(seed);
  const graph = wildProcess(random);
  const run = new Simulation(graph, {
    interpreter: { evaluate: (expression) => (expression === 'coin' ? random() < 0.5 : null), script: () => null },
    onState: (state) => JSON.parse(JSON.stringify(state)) as typeof state,
  });
  let budget = 60;
  // an event subprocess of the process that can't be armed
  if (!attempt(run, { type: 'start', variables: {} })) return;
  while (budget-- > 0 && run.waits.length > 0 && run.waits.length < 200) attempt(run, randomCommand(run, random));
  const waiting = new Set(run.waits.map(({ token }) => token));
  const known = new Set(run.state.tokens.map(({ id }) => id));
  expect(
    [...waiting].filter((token) => !known.has(token)),
    `seed ${seed}`,
  ).toEqual([]);
  if (run.state.status === 'active') attempt(run, { type: 'cancel', reason: '' });
  expect(run.open, `seed ${seed}`).toEqual([]);
  expect(run.state, `seed ${seed}`).toMatchObject({ tokens: [], scopes: [{ node: 0 }] });
  expect(unpairedEvents(run.events), `seed ${seed}`).toEqual([]);
}

function randomCommand(run: Simulation, random: () => number): Command {
  const wait = run.waits[Math.floor(random() * run.waits.length)];
  const token = wait?.token ?? -1;
  const variables = { x: Math.floor(random() * 10) };
  const chance = random();
  if (chance < 0.05) return { type: 'setVariables', variables };
  if (chance < 0.1) return { type: 'move', token, to: `n${Math.floor(random() * run.graph.nodes.length)}` };
  if (chance < 0.2) return { type: 'error', token, code: 'E', message: '' };
  if (wait?.kind === 'incident') return { type: 'retry', token };
  return { type: chance < 0.6 ? 'complete' : 'trigger', token, variables };
}

/** Whether the command was not refused. */
function attempt(run: Simulation, command: Command): boolean {
  try {
    run.dispatch(command);
    return true;
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return false;
  }
}
