import { CommandRefused } from '../../CommandRefused.ts';
import type { Command } from '../../types/Command.ts';
import type { JsonObject } from '../../types/Json.ts';
import type { Simulation, Wait } from '../Simulation.ts';
import { Dice } from './Dice.ts';
import type { DrawnModel } from './Drawing.ts';
import { openAdHoc } from './openAdHoc.ts';
import { nextStep } from './nextStep.ts';
import { BEGINNING, Player } from './Player.ts';
import { AWAITED, DECIDING } from './randomTrigger.ts';
import { RunFailed } from './RunFailed.ts';

/** Moves at random before the run is led to its end; then, how many more it may take to get there. */
const AT_RANDOM = 60;
const LONGEST = 3_000;

/**
 * Runs a model: starts it, makes random moves, and leads it to its end, which a well-formed model always has.
 *
 * @param look called after each move
 * @throws RunFailed when an incident is raised, when nothing that waits leads on, when what should be refused is not
 */
export function randomRun(model: DrawnModel, random: () => number, look: (player: Player) => void): Player {
  const dice = new Dice(random);
  const player = new Player(model);
  const startNode = dice.oneOf(model.main.starts) ?? '';
  player.play({ at: [], command: { type: 'start', variables: BEGINNING, ...(startNode === '' ? {} : { startNode }) } });
  look(player);
  const wild = dice.upTo(AT_RANDOM);
  for (let turn = 0; !player.main.finish; turn++) {
    if (turn > LONGEST) throw new RunFailed(`does not end; open: ${player.main.open.join(', ')}`);
    for (const { run } of player.active()) refuseIncidents(run);
    if (turn < wild) randomMove(player, dice);
    else nextStep(player);
    look(player);
  }
  return player;
}

function refuseIncidents({ waits }: Simulation): void {
  const incident = waits.find(({ kind }) => kind === 'incident');
  if (incident) throw new RunFailed(`incident ${incident.code} at ${incident.nodeId}`);
}

function randomMove(player: Player, dice: Dice): void {
  const { at, run } = dice.oneOf(player.active()) ?? { at: [], run: player.main };
  const chance = dice.upTo(100);
  if (chance < 8) tryRefused(player, dice, at, run);
  else if (chance < 15) player.play({ at, command: { type: 'setVariables', variables: awaited(dice) } });
  else if (chance < 18) activate(player, dice, at, run);
  else if (chance < 24) player.play({ advance: dice.pick(['PT30M', 'PT1H', 'PT3H', 'P1D']) });
  else if (chance === 24 && dice.chance(0.2)) player.play({ at, command: { type: 'cancel', reason: '' } });
  else {
    const wait = dice.oneOf(run.waits);
    if (wait) answer(player, dice, at, wait);
    else nextStep(player);
  }
}

/** Whatever a wait can be answered by. */
function answer(player: Player, dice: Dice, at: readonly number[], { token, kind, to }: Wait): void {
  const play = (command: Command): void => player.play({ at, command });
  if (to?.kind === 'message') play({ type: 'trigger', token, variables: deciding(dice) });
  else if (to?.kind === 'signal') player.play({ signal: to.name });
  else if (to?.kind === 'timer') player.play({ advance: 'PT1H' });
  else if (kind === 'process') nextStep(player);
  else {
    const chance = dice.upTo(100);
    const code = dice.pick(['E1', 'E2']);
    if (chance < 6 && (catches(player, code) || dice.chance(0.05))) play({ type: 'error', token, code, message: '' });
    else if (chance < 12) play({ type: 'escalate', token, code: dice.pick(['X1', 'X2']), variables: deciding(dice) });
    else if (chance < 14 && kind === 'job') play({ type: 'retry', token });
    else if (chance < 16 && kind === 'job') attempt(() => play({ type: 'skip', token, variables: results(dice) }));
    else play({ type: 'complete', token, variables: results(dice) });
  }
}

/** Whether something in the model catches the error; where it is not armed, the run ends with it. */
function catches({ instances }: Player, code: string): boolean {
  return instances.some(({ run }) =>
    run.graph.nodes.some(({ events }) =>
      events.some((event) => event.kind === 'error' && (event.code === code || event.code === null)),
    ),
  );
}

function deciding(dice: Dice): JsonObject {
  return Object.fromEntries(DECIDING.map((name) => [name, dice.upTo(10)]));
}

/** What work ends with: a condition may become true by it. */
function results(dice: Dice): JsonObject {
  if (dice.chance(0.3)) return {};
  return { ...deciding(dice), ...(dice.chance(0.2) ? awaited(dice) : {}) };
}

function awaited(dice: Dice): JsonObject {
  return { [dice.pick(AWAITED)]: dice.upTo(2) };
}

function activate(player: Player, dice: Dice, at: readonly number[], run: Simulation): void {
  const open = dice.oneOf(openAdHoc(run));
  if (!open) return;
  const node = dice.oneOf(open.nodes) ?? '';
  attempt(() => player.play({ at, command: { type: 'activate', token: open.token, node, variables: {} } }));
}

/** A command that the state does not allow: it must be refused, and change nothing. */
function tryRefused(player: Player, dice: Dice, at: readonly number[], run: Simulation): void {
  const tokens = new Set(run.state.tokens.map(({ id }) => id));
  const gone = Array.from({ length: run.state.next }, (_, token) => token).filter((token) => !tokens.has(token));
  const token = dice.oneOf(gone) ?? -1;
  const commands: readonly [Command, ...Command[]] = [
    { type: 'complete', token, variables: { x1: 3 } },
    { type: 'trigger', token, variables: {} },
    { type: 'error', token, code: 'E1', message: '' },
    { type: 'escalate', token, code: 'X1', variables: {} },
    { type: 'start', variables: {} },
    { type: 'retry', token },
    { type: 'skip', token, variables: {} },
    { type: 'move', token, to: 'n1' },
    { type: 'activate', token, node: 'n1', variables: {} },
    { type: 'signal', name: 'nobody waits for this', variables: {} },
  ];
  const command = dice.pick(commands);
  const before = run.state;
  if (attempt(() => player.play({ at, command }))) throw new RunFailed(`not refused: ${JSON.stringify(command)}`);
  if (run.state !== before) throw new RunFailed(`refused, but done: ${JSON.stringify(command)}`);
}

/** Whether the command was not refused. */
function attempt(play: () => void): boolean {
  try {
    play();
    return true;
  } catch (error) {
    if (error instanceof CommandRefused) return false;
    throw error;
  }
}
