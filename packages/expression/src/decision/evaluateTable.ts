import { evaluate } from 'feelin';
import type { DecisionTable, TableOutput, TableRule } from './DecisionModel.ts';
import { decisionFailure } from './decisionFailure.ts';
import { meetsTests, seenBy } from './meetsTests.ts';
import { isBlank } from './checkDecisions.ts';
import { applyHitPolicy, type Hit } from './applyHitPolicy.ts';
import { typedValue } from './typedValue.ts';

export type Scope = Readonly<Record<string, unknown>>;

/**
 * A decision table over a scope (DMN 1.3, 8.2 and 10.3.2.10). Its result is one output's value, a context of several,
 * or a list of these, as the hit policy says; without a match the default outputs, else null.
 *
 * @throws ExpressionError when a value is not allowed or the hit policy is violated
 */
export function evaluateTable(name: string, table: DecisionTable, scope: Scope): unknown {
  const values = table.inputs.map((input) => {
    const value = typedValue(feel(input.expression, scope), input.type);
    if (input.allowed !== null && value !== null && !meetsTests(input.allowed, value, scope)) {
      throw decisionFailure(
        name,
        `${JSON.stringify(value)} is not among the values that "${input.label}" may have: ${input.allowed}`,
        `${JSON.stringify(value)} 不在“${input.label}”允许的取值中：${input.allowed}`,
      );
    }
    return value;
  });
  const hits: Hit[] = [];
  const first = table.hitPolicy === 'FIRST';
  for (const [at, rule] of table.rules.entries()) {
    if (!rule.tests.every((test, column) => meetsTests(test, values[column] ?? null, scope))) continue;
    hits.push({ rule: at + 1, outputs: outputsOf(name, table.outputs, rule, scope) });
    if (first) break;
  }
  return applyHitPolicy(name, table, hits, () => fallbackOf(table, scope), valuesOf(table, scope));
}

function outputsOf(name: string, outputs: readonly TableOutput[], rule: TableRule, scope: Scope): unknown[] {
  return outputs.map((output, column) => {
    const cell = rule.results[column] ?? '';
    const value = isBlank(cell) ? null : typedValue(feel(cell, scope), output.type);
    const allowed = output.values.length === 0 || value === null || meetsTests(output.values.join(','), value, scope);
    if (allowed) return value;
    throw decisionFailure(
      name,
      `${JSON.stringify(value)} is not among the output values ${output.values.join(', ')}`,
      `${JSON.stringify(value)} 不在输出值 ${output.values.join('、')} 之中`,
    );
  });
}

/** The default outputs (8.2.11); null when there is none. */
function fallbackOf(table: DecisionTable, scope: Scope): unknown[] | null {
  if (table.outputs.every(({ fallback }) => fallback === null)) return null;
  return table.outputs.map(({ fallback, type }) =>
    fallback === null ? null : typedValue(feel(fallback, scope), type),
  );
}

/** Each output's values in the order of their priority, where the hit policy looks at it. */
function valuesOf(table: DecisionTable, scope: Scope): readonly (readonly unknown[])[] {
  if (table.hitPolicy !== 'PRIORITY' && table.hitPolicy !== 'OUTPUT ORDER') return [];
  return table.outputs.map(({ values }) => values.map((text) => feel(text, scope)));
}

/** A FEEL expression's value in FEEL's own types; null where it fails, as the specification has it (10.3.2.1). */
export function feel(text: string, scope: Scope): unknown {
  return literalOf(text) ?? evaluate(text, seenBy(text, scope)).value ?? null;
}

/** Most cells are literals: they need no interpreter. */
function literalOf(text: string): string | number | boolean | undefined {
  if (/^"[^"\\]*"$/u.test(text)) return text.slice(1, -1);
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
