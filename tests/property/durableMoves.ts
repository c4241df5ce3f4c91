import type { JsonObject } from '../../packages/engine/src/index.ts';
import type { Simulation, Wait } from '../../packages/engine/src/testing/index.ts';
import {
  BEGINNING,
  type Dice,
  type DrawnModel,
  openAdHoc,
  Player,
} from '../../packages/engine/src/testing/random/index.ts';

/** Moves at random; then every answer is one that leads on. */
const AT_RANDOM = 25;
const LONGEST = 400;

/** What is done to a model from outside, in words that any executor can follow. */
export type DurableMove =
  | ({ readonly do: 'complete' | 'activate'; readonly at: readonly number[]; readonly token: number } & {
      readonly node: string;
      readonly variables: JsonObject;
    })
  | { readonly do: 'message'; readonly name: string; readonly correlation: string | null }
  | { readonly do: 'signal'; readonly name: string }
  | { readonly do: 'setVariables'; readonly at: readonly number[]; readonly variables: JsonObject }
  /** the clock stands at `to`, epoch milliseconds */
  | { readonly do: 'advance'; readonly to: number }
  | { readonly do: 'cancel' };

export interface DurableStory {
  readonly player: Player;
  readonly moves: readonly DurableMove[];
  /** epoch milliseconds */
  readonly began: number;
  /** machines worked side by side: which of them is done first is not told beforehand */
  readonly racing: boolean;
}

/**
 * Runs a model purely, as the runtime would: what machines do is done at once. Only such moves are made whose effect
 * does not hang on who of several comes first; where none is left, the instance is cancelled.
 */
export function durableMoves(model: DrawnModel, dice: Dice): DurableStory {
  const player = new Player(model);
  const began = player.main.now;
  const moves: DurableMove[] = [];
  player.play({ at: [], command: { type: 'start', variables: BEGINNING } });
  let racing = false;
  for (let turn = 0; ; turn++) {
    racing = doMachinesWork(player) || racing;
    if (player.main.finish) return { player, moves, began, racing };
    const move = turn < LONGEST ? nextMove(player, dice, turn) : { do: 'cancel' as const };
    moves.push(move);
    make(player, move);
  }
}

/** Answers whether several worked at the same time. */
function doMachinesWork(player: Player): boolean {
  let racing = false;
  for (;;) {
    const [job, ...others] = player
      .active()
      .flatMap(({ at, run }) => run.waits.flatMap(({ kind, token }) => (kind === 'job' ? [{ at, token }] : [])));
    if (!job) return racing;
    racing ||= others.length > 0;
    player.play({ at: job.at, command: { type: 'complete', token: job.token, variables: {} } });
  }
}

function nextMove(player: Player, dice: Dice, turn: number): DurableMove {
  const active = player.active();
  const random = turn < AT_RANDOM;
  const found = active.flatMap(({ at, run }) => [
    ...run.waits.flatMap((wait) => answerTo(player, at, wait, random ? deciding(dice) : ONWARD)),
    ...openAdHoc(run)
      .filter(({ idle }) => idle)
      .map(({ token, nodes }) => ({ do: 'activate', at, token, node: nodes[0] ?? '', variables: ONWARD }) as const),
  ]);
  const tasks = found.filter((move) => move.do === 'complete');
  if (!random && tasks[0]) return tasks[0];
  const variables = { [dice.pick(['c1', 'c2', 'c3'])]: dice.upTo(2) };
  const change = active.slice(0, 1).map(({ at }): DurableMove => ({ do: 'setVariables', at, variables }));
  const waitsForCondition = active.some(({ run }) => run.waits.length === 0);
  return dice.oneOf(dice.chance(0.1) || waitsForCondition ? [...found, ...change] : found) ?? { do: 'cancel' };
}

function answerTo(player: Player, at: readonly number[], wait: Wait, variables: JsonObject): DurableMove[] {
  const { token, to } = wait;
  if (wait.kind === 'task') return [{ do: 'complete', at, token, node: wait.nodeId, variables }];
  if (to?.kind === 'signal') return [{ do: 'signal', name: to.name }];
  if (to?.kind === 'timer') {
    return to.due === firstDue(player) && isAlone(player, wait) ? [{ do: 'advance', to: to.due }] : [];
  }
  if (to?.kind !== 'message' || !isAlone(player, wait)) return [];
  return [{ do: 'message', name: to.name, correlation: to.correlation }];
}

/** Nobody else waits for the same: no one has to be chosen. */
function isAlone(player: Player, wait: Wait): boolean {
  const same = player.active().flatMap(({ run }) => run.waits.filter(({ to }) => isSame(to, wait.to)));
  return same.length === 1;
}

function isSame(a: Wait['to'], b: Wait['to']): boolean {
  if (a?.kind === 'timer' && b?.kind === 'timer') return a.due === b.due;
  if (a?.kind !== 'message' || b?.kind !== 'message') return false;
  return a.name === b.name && a.correlation === b.correlation;
}

function firstDue(player: Player): number {
  const dues = player
    .active()
    .flatMap(({ run }) => run.waits.map(({ to }) => (to?.kind === 'timer' ? to.due : Infinity)));
  return Math.min(...dues);
}

const ONWARD: JsonObject = { x1: 9, x2: 9, x3: 9, x4: 9, x5: 9, x6: 9 };

function deciding(dice: Dice): JsonObject {
  return Object.fromEntries(Object.keys(ONWARD).map((name) => [name, dice.upTo(10)]));
}

function make(player: Player, move: DurableMove): void {
  switch (move.do) {
    case 'complete':
      player.play({ at: move.at, command: { type: 'complete', token: move.token, variables: move.variables } });
      return;
    case 'activate': {
      const { token, node, variables } = move;
      player.play({ at: move.at, command: { type: 'activate', token, node, variables } });
      return;
    }
    case 'message': {
      const { at, wait } = waitFor(player, move);
      player.play({ at, command: { type: 'trigger', token: wait.token, variables: {} } });
      return;
    }
    case 'signal':
      player.play({ signal: move.name });
      return;
    case 'setVariables':
      player.play({ at: move.at, command: { type: 'setVariables', variables: move.variables } });
      return;
    case 'advance':
      player.play({ advance: `PT${(move.to - player.main.now) / 1000}S` });
      return;
    case 'cancel':
      player.play({ at: [], command: { type: 'cancel', reason: '' } });
  }
}

function waitFor(
  player: Player,
  { name, correlation }: Extract<DurableMove, { do: 'message' }>,
): { readonly at: readonly number[]; readonly run: Simulation; readonly wait: Wait } {
  for (const { at, run } of player.active()) {
    const wait = run.waits.find(({ to }) => isSame(to, { kind: 'message', name, correlation }));
    if (wait) return { at, run, wait };
  }
  throw new RangeError(`nobody waits for message ${name}`);
}
