import { type Env, type State, step } from '../../packages/engine/src/index.ts';
import { evaluateSimple } from '../../packages/engine/src/testing/index.ts';
import type { Oracle, RandomModel } from './randomModel.ts';
import { check, type Run } from './runModel.ts';

/**
 * What must hold for a run that came to its end: nothing is left, every entry has one leave or cancel, and the counts
 * are those of the model's oracle where nothing was cut short.
 */
export function checkRun(model: RandomModel, run: Run): void {
  const { graph, events, state } = run;
  check(state.status === 'completed', `it ended ${state.status}`);
  check(state.tokens.length === 0, 'a token is left');
  check(state.scopes.length === 1, 'a scope is left open');
  check(
    state.scopes.every(({ resets }) => resets === undefined),
    'a gateway still waits for its reset',
  );
  const open = new Set<string>();
  const visits = new Map<string, { entered: number; left: number; cancelled: number }>();
  for (const event of events) {
    if (event.type !== 'enter' && event.type !== 'leave' && event.type !== 'cancel') continue;
    const id = graph.nodes[event.node]?.id ?? '';
    const key = `${id} by token ${event.token}`;
    if (event.type === 'enter') check(!open.has(key), `${key} is entered twice`);
    else check(open.delete(key), `${key} is left but was not entered`);
    if (event.type === 'enter') open.add(key);
    const visit = visits.get(id) ?? { entered: 0, left: 0, cancelled: 0 };
    visits.set(id, visit);
    visit[event.type === 'enter' ? 'entered' : event.type === 'leave' ? 'left' : 'cancelled'] += 1;
  }
  check(open.size === 0, `never left: ${[...open].join(', ')}`);
  checkOracle(model, (id) => visits.get(id) ?? { entered: 0, left: 0, cancelled: 0 }, wasCutShort(run));
  checkOrder(model, run);
}

type Visits = (id: string) => { readonly entered: number; readonly left: number; readonly cancelled: number };

/** Something was interrupted: counts may then be smaller, but never larger. */
function wasCutShort({ events }: Run): boolean {
  return events.some(({ type }) => type === 'cancel');
}

function checkOracle({ pairs, multiples, never }: Oracle, visits: Visits, cut: boolean): void {
  for (const [entry, exit] of pairs) {
    const [a, b] = [visits(entry).entered, visits(exit).entered];
    check(cut ? b <= a : a === b, `${entry} was entered ${a} times and ${exit} ${b} times`);
  }
  for (const [marker, activity, times] of multiples) {
    const [a, b] = [visits(marker).entered, visits(activity).entered];
    check(
      cut ? b <= a * times : b === a * times,
      `${activity} was entered ${b} times for ${a} of ${marker}, not ${times} each`,
    );
  }
  for (const id of never) check(visits(id).left === 0, `${id} was done, which must never happen`);
}

/** Undoing goes backwards: the later step's handler is begun before the earlier one's. */
function checkOrder({ undone }: Oracle, { graph, events }: Run): void {
  for (const [first, second] of undone) {
    let begun = 0;
    for (const event of events) {
      if (event.type !== 'enter') continue;
      const id = graph.nodes[event.node]?.id;
      if (id === first) begun++;
      if (id === second) check(--begun >= 0, `${second} was undone before ${first}`);
    }
  }
}

/** The same commands at the same times give the same states: nothing outside of them plays a part. */
export function checkReplay(run: Run): void {
  let state: State | null = null;
  for (const { command, now } of run.commands) {
    const env: Env = {
      now,
      evaluate: evaluateSimple,
      script: (_language, source, seen) => evaluateSimple(source, seen),
    };
    const [one, two]: State[] = [
      step(run.graph, state, command, env).state,
      step(run.graph, state, command, env).state,
    ];
    check(JSON.stringify(one) === JSON.stringify(two), `the same ${command.type} gave two states`);
    state = one ?? null;
  }
  check(JSON.stringify(state) === JSON.stringify(run.state), 'the commands again gave another end');
}
