import { is, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import type { Create } from './Create.ts';
import { readExpression, writeExpression } from './expressions.ts';

/** How an activity is repeated, as the panel edits it. Expressions are FEEL, empty where the drawing says nothing. */
export type Loop =
  | { readonly kind: 'once' }
  | {
      readonly kind: 'while';
      readonly condition: string;
      readonly testBefore: boolean;
      readonly maximum: number | null;
    }
  | ({ readonly kind: 'each'; readonly collection: string; readonly item: string } & Several)
  | ({ readonly kind: 'times'; readonly cardinality: string } & Several);
export type LoopKind = Loop['kind'];

/** What "for each" and "so many times" have in common. */
export interface Several {
  readonly sequential: boolean;
  /** variable that gets the list of results, and the expression for one result */
  readonly outputCollection: string;
  readonly outputItem: string;
  /** looked at after each of them; when true, the rest is dropped */
  readonly completionCondition: string;
}

/** How the activity is repeated. Takes an activity. */
export function readLoop(node: ModdleNode): Loop {
  const loop = nodeOf(node, 'loopCharacteristics');
  if (is(loop, 'bpmn:StandardLoopCharacteristics')) {
    const maximum = Number(loop?.get('loopMaximum') ?? Number.NaN);
    return {
      kind: 'while',
      condition: readExpression(loop, 'loopCondition'),
      testBefore: loop?.get('testBefore') === true,
      maximum: Number.isFinite(maximum) ? maximum : null,
    };
  }
  if (!is(loop, 'bpmn:MultiInstanceLoopCharacteristics')) return { kind: 'once' };
  const several: Several = {
    sequential: loop?.get('isSequential') === true,
    outputCollection: textOf(loop, 'dw:outputCollection'),
    outputItem: textOf(loop, 'dw:outputItem'),
    completionCondition: readExpression(loop, 'completionCondition'),
  };
  const cardinality = readExpression(loop, 'loopCardinality');
  if (cardinality !== '') return { kind: 'times', cardinality, ...several };
  return { kind: 'each', collection: textOf(loop, 'dw:collection'), item: textOf(loop, 'dw:item'), ...several };
}

/** The data element of the drawing that gives the list, where no expression does; empty when there is none. */
export function listFromData(node: ModdleNode): string {
  const data = nodeOf(nodeOf(node, 'loopCharacteristics'), 'loopDataInputRef');
  return textOf(data, 'name') || (data?.id ?? '');
}

/**
 * The properties of the activity's loop characteristics for this way of repeating, and their type; null for once. What
 * the panel doesn't edit (BPMN's own data references, behaviour events) is not among them, so that it stays.
 */
export function writeLoop(
  loop: Loop,
  create: Create,
): { readonly type: string; readonly properties: Readonly<Record<string, unknown>> } | null {
  if (loop.kind === 'once') return null;
  if (loop.kind === 'while') {
    return {
      type: 'bpmn:StandardLoopCharacteristics',
      properties: {
        loopCondition: writeExpression(loop.condition, create),
        testBefore: loop.testBefore,
        loopMaximum: loop.maximum ?? undefined,
      },
    };
  }
  const given = (text: string) => text.trim() || undefined;
  const each = loop.kind === 'each' ? loop : null;
  return {
    type: 'bpmn:MultiInstanceLoopCharacteristics',
    properties: {
      isSequential: loop.sequential,
      loopCardinality: loop.kind === 'times' ? writeExpression(loop.cardinality, create) : undefined,
      'dw:collection': given(each?.collection ?? ''),
      'dw:item': given(each?.item ?? ''),
      'dw:outputCollection': given(loop.outputCollection),
      'dw:outputItem': given(loop.outputItem),
      completionCondition: writeExpression(loop.completionCondition, create),
    },
  };
}

/** Another way of repeating, with what the two have in common kept. */
export function withKind(loop: Loop, kind: LoopKind): Loop {
  if (loop.kind === kind) return loop;
  if (kind === 'once') return { kind };
  if (kind === 'while') return { kind, condition: '', testBefore: false, maximum: null };
  const several: Several =
    loop.kind === 'each' || loop.kind === 'times'
      ? {
          sequential: loop.sequential,
          outputCollection: loop.outputCollection,
          outputItem: loop.outputItem,
          completionCondition: loop.completionCondition,
        }
      : { sequential: false, outputCollection: '', outputItem: '', completionCondition: '' };
  return kind === 'times' ? { kind, cardinality: '3', ...several } : { kind, collection: '', item: 'item', ...several };
}
