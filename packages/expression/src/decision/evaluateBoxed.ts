import { FeelFunction } from 'feelin';
import type { Boxed } from './DecisionModel.ts';
import { at, decisionFailure } from './decisionFailure.ts';
import { evaluateTable, typed } from './evaluateTable.ts';
import { feel, type Scope } from './feel.ts';

/** A boxed expression over a scope, in FEEL's own types (DMN 1.3, 10.2). Throws an `ExpressionError`. */
export function evaluateBoxed(name: string, boxed: Boxed, scope: Scope): unknown {
  switch (boxed.kind) {
    case 'literal':
      return at(name, 'expression', '表达式', () => typed(feel(boxed.text, scope), boxed.type));
    case 'table':
      return evaluateTable(name, boxed, scope);
    case 'context':
      return evaluateContext(name, boxed.entries, scope);
    case 'list':
      return boxed.elements.map((element) => evaluateBoxed(name, element, scope));
    case 'relation':
      return boxed.rows.map((row) =>
        Object.fromEntries(
          boxed.columns.map((column, index) => [column, row[index] ? evaluateBoxed(name, row[index], scope) : null]),
        ),
      );
    case 'invocation':
      return invoke(name, boxed, scope);
    case 'function':
      return asFunction(name, boxed, scope);
  }
}

/** Each entry sees those before it; one without a name is the result (10.2.1.4). */
function evaluateContext(name: string, entries: Extract<Boxed, { kind: 'context' }>['entries'], scope: Scope): unknown {
  const made: Record<string, unknown> = {};
  for (const entry of entries) {
    const value = evaluateBoxed(name, entry.value, { ...scope, ...made });
    if (entry.name === null) return value;
    made[entry.name] = value;
  }
  return made;
}

function invoke(name: string, { called, bindings }: Extract<Boxed, { kind: 'invocation' }>, scope: Scope): unknown {
  const target = scope[called] ?? feel(called, scope);
  if (!(target instanceof FeelFunction)) {
    throw decisionFailure(name, `there is no function "${called}"`, `没有函数“${called}”`);
  }
  const given = new Map(bindings.map((binding) => [binding.name, evaluateBoxed(name, binding.value, scope)]));
  const unknown = [...given.keys()].find((parameter) => !target.parameterNames.includes(parameter));
  if (unknown !== undefined) {
    throw decisionFailure(
      name,
      `the function "${called}" has no parameter "${unknown}"`,
      `函数“${called}”没有参数“${unknown}”`,
    );
  }
  const result: unknown = target.fn(...target.parameterNames.map((parameter) => given.get(parameter) ?? null));
  return result ?? null;
}

/** A function over the scope it is defined in, as FEEL calls it. */
export function asFunction(
  name: string,
  { parameters, body }: Extract<Boxed, { kind: 'function' }>,
  scope: Scope,
): FeelFunction {
  const names = parameters.map((parameter) => parameter.name);
  return new FeelFunction((...values: unknown[]) => {
    const given = parameters.map((parameter, index) => [
      parameter.name,
      at(name, `parameter "${parameter.name}"`, `参数“${parameter.name}”`, () => typed(values[index], parameter.type)),
    ]);
    return evaluateBoxed(name, body, { ...scope, ...(Object.fromEntries(given) as Scope) });
  }, names);
}
