import type { DecisionTable, TableOutput } from './DecisionModel.ts';
import { at, wrongValue } from './decisionFailure.ts';
import { applyHitPolicy, type Hit } from './applyHitPolicy.ts';
import { isBlank } from './compileCell.ts';
import { conform } from './conform.ts';
import { feel, type Scope } from './feel.ts';
import type { FeelType } from './FeelType.ts';
import { type Cells, cellsOver } from './meetsCell.ts';

/**
 * A decision table over a scope (DMN 1.3, 8.2 and 10.3.2.10). Its result is one output's value, a context of several,
 * or a list of these, as the hit policy says; without a match the default outputs, else null.
 *
 * @throws ExpressionError when a value is of the wrong type or not allowed, when the hit policy is violated, or when an
 *   expression fails; each with the rule and the column
 */
export function evaluateTable(name: string, table: DecisionTable, scope: Scope): unknown {
  const cells = cellsOver(scope);
  const values = table.inputs.map(({ label, expression, type, allowed }, column) =>
    at(name, `input ${column + 1} (${label})`, `第 ${column + 1} 个输入（${label}）`, () => {
      const value = typed(feel(expression, scope), type);
      checkAllowed(value, allowed ?? type?.allowed ?? null, cells);
      return value;
    }),
  );
  const hits: Hit[] = [];
  for (const [index, rule] of table.rules.entries()) {
    if (!matches(name, index + 1, rule.tests, values, cells)) continue;
    const outputs = table.outputs.map((output, column) =>
      at(name, `rule ${index + 1}, output ${column + 1}`, `规则 ${index + 1} 的第 ${column + 1} 个输出`, () =>
        outputOf(output, rule.results[column] ?? '', scope, cells),
      ),
    );
    hits.push({ rule: index + 1, outputs });
    if (table.hitPolicy === 'FIRST') break;
  }
  return applyHitPolicy(name, table, hits, {
    fallback: () => fallbackOf(name, table, scope, cells),
    placeOf: (column, value) => {
      const allowed = valuesOf(table.outputs[column]);
      return allowed === null ? null : cells.placeOf(allowed, value);
    },
  });
}

function matches(
  name: string,
  rule: number,
  tests: readonly string[],
  values: readonly unknown[],
  cells: Cells,
): boolean {
  // the place is only worked out for the message: a closure for each of 5,000 cells is most of a simple table's time
  let column = 0;
  try {
    for (; column < tests.length; column++) if (!cells.meets(tests[column] ?? '', values[column])) return false;
    return true;
  } catch (error) {
    return at(name, `rule ${rule}, input ${column + 1}`, `规则 ${rule} 的第 ${column + 1} 个输入`, () => {
      throw error;
    });
  }
}

function outputOf(output: TableOutput, cell: string, scope: Scope, cells: Cells): unknown {
  if (isBlank(cell)) return null;
  const value = typed(feel(cell, scope), output.type);
  checkAllowed(value, valuesOf(output), cells);
  return value;
}

/** The default outputs (8.2.11); null when there is none. */
function fallbackOf(name: string, table: DecisionTable, scope: Scope, cells: Cells): unknown[] | null {
  if (table.outputs.every(({ fallback }) => fallback === null)) return null;
  return table.outputs.map((output, column) =>
    at(name, `default of output ${column + 1}`, `第 ${column + 1} 个输出的默认值`, () =>
      outputOf(output, output.fallback ?? '', scope, cells),
    ),
  );
}

/** An output's values in the order of their priority: its own, else those that its type allows (8.3.2). */
function valuesOf(output: TableOutput | undefined): string | null {
  return output?.values ?? output?.type?.allowed ?? null;
}

/** A value as its type has it. Throws `decision-value` when it has none. */
export function typed(value: unknown, type: FeelType | null): unknown {
  const conformed = conform(value, type);
  if ('value' in conformed) return conformed.value;
  const wanted = conformed.wrong.name;
  throw wrongValue(value, `is not of the type "${wanted}"`, `不是“${wanted}”类型`);
}

/** Null may be anywhere. Throws `decision-value` for any other value that is not allowed (8.2.4). */
export function checkAllowed(value: unknown, allowed: string | null, cells: Cells): void {
  if (allowed === null || value === null || cells.meets(allowed, value)) return;
  throw wrongValue(value, `is not among the allowed values: ${allowed}`, `不在允许的取值中：${allowed}`);
}
