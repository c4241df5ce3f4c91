import type { DecisionTable } from './DecisionModel.ts';
import { compareFeel } from '../compareFeel.ts';
import { decisionFailure, shown } from './decisionFailure.ts';
import { isSame } from './isSame.ts';

/** A rule that matched: its number, from 1, and its outputs in their order. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly unknown[];
}

/** What a hit policy asks of the table's outputs. */
export interface Outputs {
  /** the default outputs (8.2.11), or null */
  readonly fallback: () => readonly unknown[] | null;
  /** where among an output's values one stands, the most important first; null when it is not listed */
  readonly placeOf: (column: number, value: unknown) => number | null;
}

/**
 * The result of a table by its hit policy (DMN 1.3, 8.2.10 and 10.3.2.10): without a hit the default outputs or null,
 * whatever the policy.
 *
 * @throws ExpressionError when UNIQUE or ANY is violated, or what is to be aggregated can't be
 */
export function applyHitPolicy(
  name: string,
  table: DecisionTable,
  hits: readonly Hit[],
  { fallback, placeOf }: Outputs,
): unknown {
  const shape = (outputs: readonly unknown[]) => shaped(table, outputs);
  const [first] = hits;
  if (!first) {
    const outputs = fallback();
    return outputs && shape(outputs);
  }
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1)
        throw violated(name, hits, 'UNIQUE: one rule at most may match', 'UNIQUE：最多只能有一条规则匹配');
      return shape(first.outputs);
    case 'ANY':
      if (hits.some(({ outputs }) => !isSame(outputs, first.outputs))) {
        throw violated(name, hits, 'ANY: rules that match must agree', 'ANY：匹配的规则结果必须一致');
      }
      return shape(first.outputs);
    case 'FIRST':
      return shape(first.outputs);
    case 'PRIORITY':
      return shape(byPriority(table, hits, placeOf)[0]?.outputs ?? []);
    case 'OUTPUT ORDER':
      return byPriority(table, hits, placeOf).map(({ outputs }) => shape(outputs));
    case 'RULE ORDER':
      return hits.map(({ outputs }) => shape(outputs));
    case 'COLLECT':
      return collected(
        name,
        table,
        hits.map(({ outputs }) => shape(outputs)),
      );
  }
}

function shaped(table: DecisionTable, outputs: readonly unknown[]): unknown {
  if (table.outputs.length === 1) return outputs[0] ?? null;
  return Object.fromEntries(table.outputs.map(({ name }, at) => [name, outputs[at] ?? null]));
}

/** The first output decides; where it is equal, the next. A value that is not listed comes last. */
function byPriority(table: DecisionTable, hits: readonly Hit[], placeOf: Outputs['placeOf']): readonly Hit[] {
  const columns = [...table.outputs.keys()];
  const placed = hits.map((hit) => ({ hit, places: columns.map((column) => placeOf(column, hit.outputs[column])) }));
  const last = Number.MAX_SAFE_INTEGER;
  placed.sort((a, b) => {
    for (const column of columns) {
      const difference = (a.places[column] ?? last) - (b.places[column] ?? last);
      if (difference !== 0) return difference;
    }
    return a.hit.rule - b.hit.rule;
  });
  return placed.map(({ hit }) => hit);
}

function collected(name: string, table: DecisionTable, values: readonly unknown[]): unknown {
  switch (table.aggregation) {
    case null:
      return values;
    case 'COUNT':
      return values.length;
    case 'SUM':
      return sum(name, values);
    case 'MIN':
      return extreme(name, values, (order) => order < 0);
    case 'MAX':
      return extreme(name, values, (order) => order > 0);
  }
}

function sum(name: string, values: readonly unknown[]): number {
  let total = 0;
  for (const value of values) {
    if (typeof value !== 'number') throw notAggregated(name, value, 'summed, and is no number', '求和，但不是数字');
    total += value;
  }
  return total;
}

/** Numbers, texts, dates and durations alike, like `min` and `max` (10.3.4.4). */
function extreme(name: string, values: readonly unknown[], better: (order: number) => boolean): unknown {
  const [first, ...others] = values;
  let best = first;
  for (const value of [first, ...others]) {
    const order = compareFeel(value, best);
    if (order === null) throw notAggregated(name, value, 'compared with the others, and can’t be', '比较，但无法比较');
    if (better(order)) best = value;
  }
  return best;
}

function notAggregated(name: string, value: unknown, en: string, zh: string) {
  return decisionFailure(name, `${shown(value)} is to be ${en}`, `${shown(value)} 需要${zh}`);
}

function violated(name: string, hits: readonly Hit[], en: string, zh: string) {
  const rules = hits.map(({ rule }) => rule);
  return decisionFailure(
    name,
    `rules ${rules.join(' and ')} match (${en})`,
    `规则 ${rules.join('、')} 同时匹配（${zh}）`,
  );
}
