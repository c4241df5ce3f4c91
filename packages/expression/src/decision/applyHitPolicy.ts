import type { DecisionTable } from './DecisionModel.ts';
import { decisionFailure } from './decisionFailure.ts';
import { isSame } from './isSame.ts';

/** A rule that matched: its number, from 1, and its outputs in their order. */
export interface Hit {
  readonly rule: number;
  readonly outputs: readonly unknown[];
}

/**
 * The result of a table by its hit policy (DMN 1.3, 8.2.10).
 *
 * @param fallback the default outputs, or null
 * @param priorities each output's values, the most important first; only for PRIORITY and OUTPUT ORDER
 * @throws ExpressionError when UNIQUE or ANY is violated, or what is to be summed are no numbers
 */
export function applyHitPolicy(
  name: string,
  table: DecisionTable,
  hits: readonly Hit[],
  fallback: () => readonly unknown[] | null,
  priorities: readonly (readonly unknown[])[],
): unknown {
  const shape = (outputs: readonly unknown[]) => shaped(table, outputs);
  const [first] = hits;
  if (!first) return nothingMatched(table, fallback());
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
      return shape(byPriority(hits, priorities)[0]?.outputs ?? []);
    case 'OUTPUT ORDER':
      return byPriority(hits, priorities).map(({ outputs }) => shape(outputs));
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

function nothingMatched(table: DecisionTable, fallback: readonly unknown[] | null): unknown {
  if (fallback) return shaped(table, fallback);
  return table.aggregation === 'COUNT' ? 0 : null;
}

function shaped(table: DecisionTable, outputs: readonly unknown[]): unknown {
  if (table.outputs.length === 1) return outputs[0] ?? null;
  return Object.fromEntries(table.outputs.map(({ name }, at) => [name, outputs[at] ?? null]));
}

/** The first output decides; where it is equal, the next. A value that is not listed comes last. */
function byPriority(hits: readonly Hit[], priorities: readonly (readonly unknown[])[]): Hit[] {
  const place = (hit: Hit, column: number): number => {
    const at = (priorities[column] ?? []).findIndex((value) => isSame(value, hit.outputs[column]));
    return at < 0 ? Infinity : at;
  };
  return hits.toSorted((a, b) => {
    for (const column of priorities.keys()) {
      const [left, right] = [place(a, column), place(b, column)];
      if (left !== right) return left - right;
    }
    return a.rule - b.rule;
  });
}

function collected(name: string, table: DecisionTable, values: readonly unknown[]): unknown {
  switch (table.aggregation) {
    case null:
      return values;
    case 'COUNT':
      return values.length;
    case 'SUM':
      return numbers(name, values).reduce((sum, value) => sum + value, 0);
    case 'MIN':
      return Math.min(...numbers(name, values));
    case 'MAX':
      return Math.max(...numbers(name, values));
  }
}

function numbers(name: string, values: readonly unknown[]): number[] {
  return values.map((value) => {
    if (typeof value === 'number') return value;
    throw decisionFailure(
      name,
      `${JSON.stringify(value)} is to be aggregated and is no number`,
      `需要聚合的 ${JSON.stringify(value)} 不是数字`,
    );
  });
}

function violated(name: string, hits: readonly Hit[], en: string, zh: string) {
  const rules = hits.map(({ rule }) => rule);
  return decisionFailure(
    name,
    `rules ${rules.join(' and ')} match (${en})`,
    `规则 ${rules.join('、')} 同时匹配（${zh}）`,
  );
}
