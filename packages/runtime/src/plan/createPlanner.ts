import type { ProcessGraph, WorkCalendar } from '@dealwright/bpmn';
import { type Command, type Env, type State, step } from '@dealwright/engine';
import type { DecisionModel, Evaluator, StepEnv } from '@dealwright/expression';
import { type CommitPlan, standingTokens } from '@dealwright/store';
import { Changes } from './Changes.ts';
import { instant } from './instant.ts';
import { outcomeOf } from './outcomeOf.ts';
import type { Occasion, PlannedTask, PlannedWait, Planner } from './Planner.ts';
import { planTask } from './planTask.ts';
import { stageOf } from './stageOf.ts';
import { turnOf } from './turnOf.ts';

/** An instance as it was read from the database. */
export interface LoadedInstance {
  readonly id: string;
  readonly deploymentId: string;
  readonly processId: string;
  readonly outcome: string | null;
  readonly stage: string | null;
  readonly state: State;
  readonly revision: number;
  readonly parentInstanceId: string | null;
  readonly parentToken: number | null;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export interface PlannerOptions {
  readonly graph: ProcessGraph;
  readonly deploymentId: string;
  readonly instanceId: string;
  /** evaluates what the executor asks for, off the server's thread where that is needed */
  readonly evaluator: Pick<Evaluator, 'settle'>;
  /** the decisions that were deployed with the drawing; none when absent */
  readonly decisions?: DecisionModel | null;
  /** the calendars that the drawing names, by id; none when absent */
  readonly calendars?: ReadonlyMap<string, WorkCalendar>;
  /** new ids for incidents and deliveries */
  readonly newId: () => string;
  /** the instance as it was read; absent for one that is yet to be started */
  readonly loaded?: LoadedInstance;
  /** the call activity that starts this instance */
  readonly parent?: { readonly instanceId: string; readonly token: number };
}

/** See `Planner`. */
export function createPlanner(options: PlannerOptions): Planner {
  const { graph, instanceId, loaded } = options;
  const changes = new Changes(options);
  let state: State | null = loaded?.state ?? null;
  let stage = loaded?.stage ?? null;
  let first: Occasion | null = null;
  let last: Occasion | null = null;

  return {
    instanceId,
    get state() {
      return state;
    },
    get tasks(): readonly PlannedTask[] {
      return [...changes.tasks.values()];
    },
    get waits(): readonly PlannedWait[] {
      return [...changes.waits.values()];
    },
    async apply(command: Command, occasion: Occasion) {
      const before = state;
      const result = await options.evaluator.settle(occasion.at, (env) =>
        step(graph, before, command, withDeployed(env, options)),
      );
      changes.add(before, command, result, occasion);
      stage = stageOf(graph, result.state, result.events, stage);
      state = result.state;
      first ??= occasion;
      last = occasion;
    },
    plan({ assignments, audit = [], command = null, jobs = [] }) {
      if (!state || !first || !last) throw new Error(`nothing has been applied to instance ${instanceId}`);
      const over = state.status !== 'active';
      const held = new Set(standingTokens(state).map((token) => token.id));
      const tokens = new Map(state.tokens.map((token) => [token.id, token]));
      const released = changes.released(loaded?.state ?? null, state);
      const since = instant(last.at);
      const left = released.flatMap(({ token, task }): CommitPlan['positions'] => {
        // its task said where it stands; now an incident holds it there
        if (!task || changes.tasks.has(token) || !held.has(token)) return [];
        return [{ token, nodeId: graph.nodes[tokens.get(token)?.node ?? -1]?.id ?? graph.processId, since }];
      });
      return {
        instance: {
          id: instanceId,
          deploymentId: options.deploymentId,
          processId: graph.processId,
          status: state.status,
          outcome: outcomeOf(changes.finish, loaded?.outcome ?? null),
          stage,
          state,
          revision: loaded?.revision ?? 0,
          parentInstanceId: loaded ? loaded.parentInstanceId : (options.parent?.instanceId ?? null),
          parentToken: loaded ? loaded.parentToken : (options.parent?.token ?? null),
          startedAt: loaded?.startedAt ?? instant(first.at),
          endedAt: over ? instant(last.at) : null,
        },
        released,
        positions: [...[...changes.positions.values()].filter((position) => held.has(position.token)), ...left],
        tasks: [...changes.tasks.values()].map((task) => ({
          ...planTask(graph, task, assignments.get(task.token), options.calendars),
          ...turnOf(graph, tokens.get(task.token)),
        })),
        jobs: [...changes.jobs.values(), ...changes.deliveries, ...jobs],
        subscriptions: [...changes.subscriptions.values()],
        incidents: [...changes.incidents.values()],
        history: changes.history,
        audit,
        actorId: last.actorId,
        at: instant(last.at),
        command,
      };
    },
  };
}

function withDeployed(env: StepEnv, { decisions, calendars }: PlannerOptions): Env {
  if (!decisions && !calendars) return env;
  return {
    ...env,
    ...(decisions ? { decide: (id, variables) => env.decision(decisions, id, variables) } : {}),
    ...(calendars ? { calendar: (id) => calendars.get(id) ?? null } : {}),
  };
}
