import type { ProcessGraph } from '@dealwright/bpmn';
import type { HistoryEvent } from '../../types/HistoryEvent.ts';
import type { JsonObject } from '../../types/Json.ts';
import type { InstanceStatus } from '../../types/State.ts';
import type { Law } from './Law.ts';
import { Tally } from './Tally.ts';

/** An instance that is over. */
export interface Finished {
  readonly graph: ProcessGraph;
  readonly laws: readonly Law[];
  readonly events: readonly HistoryEvent[];
  readonly status: InstanceStatus;
  readonly variables: JsonObject;
}

/** The laws that an instance's history breaks, each with the figures; empty when it follows them all. */
export function brokenLaws({ graph, laws, events, status, variables }: Finished): string[] {
  const tally = new Tally(graph, events);
  const ends = new Map(laws.flatMap((law) => (law.law === 'scope' ? [[law.node, law.end] as const] : [])));
  const isExact = (id: string, scope: number, when: 'reached' | 'calm'): boolean => {
    const node = graph.nodes[graph.nodeIndex.get(id) ?? -1]?.parent ?? -1;
    const end = ends.get(node === 0 ? '' : (graph.nodes[node]?.id ?? ''));
    const reached = end !== undefined && tally.count('enter', end, scope) > 0;
    return (when === 'reached' && reached) || tally.isCalm(node, scope);
  };
  return laws.flatMap((law) => check(law).map((found) => `${JSON.stringify(law)}: ${found}`));

  function check(law: Law): string[] {
    switch (law.law) {
      case 'pair':
        return tally.scopesAround(law.entry).flatMap((scope) => {
          const entered = tally.count('enter', law.entry, scope);
          const left = tally.count('enter', law.exit, scope);
          const holds = isExact(law.entry, scope, law.when) ? left === entered : left <= entered;
          return holds ? [] : [`in scope ${scope}, ${entered} in and ${left} out`];
        });
      case 'branches':
        return tally.scopesAround(law.split).flatMap((scope) => {
          const split = tally.count('leave', law.split, scope);
          const taken = law.among.map((id) => tally.count('enter', id, scope));
          const exact = isExact(law.split, scope, law.when);
          return branchesHold(law.taken, split, taken, exact)
            ? []
            : [`in scope ${scope}, ${split} split to ${String(taken)}`];
        });
      case 'scope':
        return checkScope(law);
      case 'times': {
        const [before, after] = [tally.count('enter', law.before), tally.count('enter', law.after)];
        const left = tally.count('leave', law.node);
        const holds = left >= law.least * after && (law.most === null || left <= law.most * before);
        return holds ? [] : [`begun ${before} times, done ${after} times, the element left ${left} times`];
      }
      case 'edge': {
        const [before, entered] = [tally.count('enter', law.before), tally.count('enter', law.edge)];
        return entered <= law.most * before ? [] : [`${entered} times for ${before}`];
      }
      case 'output':
        return tally.count('enter', law.after) === 0 ? [] : checkOutput(law);
      case 'silence':
        return laterThan(law.enders);
      case 'undone': {
        if (status !== 'completed' || events.some(({ type }) => type === 'cancel' || type === 'error')) return [];
        const [thrown, undone] = [tally.count('leave', law.thrower), tally.count('compensate', law.activity)];
        return undone >= law.least * thrown ? [] : [`undone ${undone} times, thrown ${thrown} times`];
      }
      case 'undo': {
        const done = tally.count('leave', law.activity);
        const undone = tally.count('compensate', law.activity);
        const handled = tally.count('enter', law.handler);
        return undone <= done && handled <= undone ? [] : [`done ${done}, undone ${undone} times by ${handled}`];
      }
    }
  }

  function checkScope({ node, end, terminators, handlers }: Extract<Law, { law: 'scope' }>): string[] {
    const instances = tally.scopesOf(graph.nodeIndex.get(node) ?? 0);
    const twice = instances.filter((scope) => tally.count('enter', end, scope) > 1);
    const over = instances.filter(
      (scope) =>
        [end, ...terminators].some((id) => tally.count('enter', id, scope) > 0) ||
        handlers.some((id) => tally.count('leave', id, scope) > 0),
    ).length;
    const completed =
      node === '' ? Number(status === 'completed' || status === 'terminated') : tally.count('leave', node);
    return [
      ...twice.map((scope) => `the end is reached twice in scope ${scope}`),
      ...(completed > over ? [`left ${completed} times, but over in only ${over} instances`] : []),
    ];
  }

  /** What was entered in a scope that had been ended. */
  function laterThan(enders: readonly string[]): string[] {
    const ended = new Set<number>();
    return events.flatMap((event) => {
      const node = event.type === 'enter' ? graph.nodes[event.node] : undefined;
      if (!node || event.type !== 'enter') return [];
      const late = ended.has(event.scope) && !node.isForCompensation && node.type !== 'eventSubProcess';
      if (enders.includes(node.id)) ended.add(event.scope);
      return late ? [`${node.id} is entered later in scope ${event.scope}`] : [];
    });
  }

  function checkOutput({ variable, length, whole }: Extract<Law, { law: 'output' }>): string[] {
    const value = variables[variable];
    const numbers = Array.from({ length }, (_, at) => at + 1);
    const holds =
      Array.isArray(value) &&
      value.length === length &&
      value.every((one, at) => one === numbers[at] || (!whole && one === null));
    return holds ? [] : [`it is ${JSON.stringify(value)}`];
  }
}

function branchesHold(
  taken: 'one' | 'all' | 'some',
  split: number,
  counts: readonly number[],
  exact: boolean,
): boolean {
  const sum = counts.reduce((all, count) => all + count, 0);
  if (counts.some((count) => count > split)) return false;
  if (taken === 'one') return exact ? sum === split : sum <= split;
  if (!exact) return true;
  return taken === 'all' ? counts.every((count) => count === split) : sum >= split;
}
