import { parseExpression as parseFeel, parseUnaryTests } from 'feelin';
import { classify } from '../classify.ts';
import { isBlank } from './checkDecisions.ts';
import type { Boxed, DecisionModel } from './DecisionModel.ts';
import { isSimpleTest } from './meetsTests.ts';

const known = new WeakMap<DecisionModel, boolean>();

/**
 * Whether all decisions of a model may be evaluated in place: every expression is bounded by its own size. With a
 * function of one's own it is not: it may call itself for ever.
 */
export function isPlainModel(model: DecisionModel): boolean {
  let plain = known.get(model);
  if (plain === undefined) {
    plain = model.functions.length === 0 && model.decisions.every(({ logic }) => isPlain(logic));
    known.set(model, plain);
  }
  return plain;
}

function isPlain(boxed: Boxed): boolean {
  switch (boxed.kind) {
    case 'literal':
      return isPlainFeel(boxed.text);
    case 'table':
      return (
        boxed.inputs.every(
          ({ expression, allowed }) => isPlainFeel(expression) && (allowed === null || isPlainTest(allowed)),
        ) &&
        boxed.outputs.every(({ values, fallback }) => [...values, fallback ?? 'null'].every(isPlainFeel)) &&
        boxed.rules.every(
          ({ tests, results }) =>
            tests.every(isPlainTest) && results.every((cell) => isBlank(cell) || isPlainFeel(cell)),
        )
      );
    case 'context':
      return boxed.entries.every(({ value }) => isPlain(value));
    case 'list':
      return boxed.elements.every(isPlain);
    case 'relation':
      return boxed.rows.every((row) => row.every(isPlain));
    case 'invocation':
    case 'function':
      return false;
  }
}

function isPlainFeel(text: string): boolean {
  return classify(text, parseFeel(text, {}, undefined)) === 'plain';
}

function isPlainTest(text: string): boolean {
  return isSimpleTest(text) || classify(text, parseUnaryTests(text, {}, undefined)) === 'plain';
}
