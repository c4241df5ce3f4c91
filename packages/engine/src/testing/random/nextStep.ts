import type { Command } from '../../types/Command.ts';
import type { JsonObject } from '../../types/Json.ts';
import type { Simulation, Wait } from '../Simulation.ts';
import { openAdHoc } from './openAdHoc.ts';
import type { Move, Player } from './Player.ts';
import { AWAITED_IN_FLOW, DECIDING } from './randomTrigger.ts';
import { RunFailed } from './RunFailed.ts';

/** With these no drawn loop goes round again, and every ad-hoc subprocess is done. */
const ONWARD: JsonObject = Object.fromEntries(DECIDING.map((name) => [name, 9]));

/**
 * Leads a run a step nearer to its end: work is done, then what the flow itself waits for happens, then conditions
 * become true. Events that would only add to what is under way are left alone.
 *
 * @throws RunFailed when there is no such step: the run hangs
 */
export function nextStep(player: Player): void {
  const active = player.active().toReversed();
  for (const { at, run } of active) {
    const move = workDone(run) ?? awaitedMove(run) ?? adHocMove(run);
    if (!move) continue;
    player.play('command' in move ? { at, command: move.command } : move);
    return;
  }
  const conditional = active.find(({ run }) => awaitsCondition(run));
  if (!conditional) throw new RunFailed(`hangs; open: ${player.main.open.join(', ')}`);
  for (const value of [0, 1]) {
    if (conditional.run.finish) return;
    const variables = Object.fromEntries(AWAITED_IN_FLOW.map((name) => [name, value]));
    player.play({ at: conditional.at, command: { type: 'setVariables', variables } });
  }
}

type Step = { readonly command: Command } | Exclude<Move, { readonly at: unknown }>;

function workDone({ waits }: Simulation): Step | null {
  const wait = waits.find(({ kind }) => kind === 'task' || kind === 'job');
  return wait ? { command: { type: 'complete', token: wait.token, variables: ONWARD } } : null;
}

/** What an event in the flow, or one behind an event-based gateway, waits for. */
function awaitedMove(run: Simulation): Step | null {
  const wait = run.waits.find((candidate) => candidate.to && isInFlow(run, candidate));
  if (!wait?.to) return null;
  if (wait.to.kind === 'signal') return { signal: wait.to.name };
  // a timer far away leaves the clock where it falls due
  if (wait.to.kind === 'timer') return { advance: `PT${Math.max(1, Math.ceil((wait.to.due - run.now) / 1000))}S` };
  return { command: { type: 'trigger', token: wait.token, variables: {} } };
}

function isInFlow({ state, graph }: Simulation, { token: id }: Wait): boolean {
  const token = state.tokens.find((candidate) => candidate.id === id);
  if (token?.data?.on === undefined) return token !== undefined;
  const host = state.tokens.find((candidate) => candidate.id === token.data?.on);
  return host !== undefined && (host.node === token.node || graph.nodes[host.node]?.type === 'eventBasedGateway');
}

function adHocMove(run: Simulation): Step | null {
  const open = openAdHoc(run).find(({ idle }) => idle);
  if (!open) return null;
  return { command: { type: 'activate', token: open.token, node: open.nodes[0] ?? '', variables: ONWARD } };
}

/** A condition in the flow: whether it is awaited; those on a border or of an event subprocess do not count. */
function awaitsCondition({ state, graph }: Simulation): boolean {
  return state.tokens.some(({ node, data }) => {
    const host = state.tokens.find(({ id }) => id === data?.on);
    const inFlow = host && (host.node === node || graph.nodes[host.node]?.type === 'eventBasedGateway');
    return inFlow && graph.nodes[node]?.events[data?.event ?? 0]?.kind === 'conditional';
  });
}
