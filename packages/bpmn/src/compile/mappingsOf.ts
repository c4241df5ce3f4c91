import type { DialectReading } from '../dialects/Dialect.ts';
import { conditionToFeel, stripEquals } from '../dialects/expressions.ts';
import { extensions, isA, many, one, text, type BpmnElement } from '../moddle/BpmnElement.ts';
import type { Mapping, PassedOn } from '../ProcessGraph.ts';
import { bodyOf } from './eventDefinitions.ts';
import { variableName } from './variableName.ts';

export interface Mappings {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly passes?: PassedOn;
}

/**
 * What goes into a node and comes out of it: our own `dw:io`, else the dialect's, together with BPMN's data
 * associations (BPMN 2.0.2, 10.4.2). An association copies a variable, or evaluates its transformation or its
 * assignments.
 */
export function mappingsOf(element: BpmnElement, dialect: DialectReading): Mappings {
  if (!isA(element, 'bpmn:Activity') && !isA(element, 'bpmn:Event')) return { inputs: [], outputs: [] };
  const own = extensions(element, 'dw:Io')[0];
  const ownIn = own ? expressions(own, 'inputs') : (dialect.inputs ?? []);
  const ownOut = own ? expressions(own, 'outputs') : (dialect.outputs ?? []);
  const [into, out] = isA(element, 'bpmn:Activity')
    ? ['dataInputAssociations', 'dataOutputAssociations']
    : ['dataInputAssociation', 'dataOutputAssociation'];
  return {
    inputs: [...associations(element, into), ...ownIn],
    outputs: [...associations(element, out), ...ownOut],
    ...(!own && dialect.passes && { passes: dialect.passes }),
  };
}

function expressions(io: BpmnElement, property: string): Mapping[] {
  return many(io, property).flatMap((entry) => {
    const name = text(entry, 'name');
    return name === undefined ? [] : [{ name, value: stripEquals(text(entry, 'value') ?? 'null') }];
  });
}

function associations(element: BpmnElement, property: string): Mapping[] {
  return associationsOf(element, property).flatMap((association): Mapping[] => {
    const target = one(association, 'targetRef');
    if (!target) return [];
    const name = variableName(target);
    const transformation = feel(one(association, 'transformation'));
    if (transformation !== null) return [{ name, value: transformation }];
    const assigned = many(association, 'assignment').flatMap((assignment) => {
      const value = feel(one(assignment, 'from'));
      const to = bodyOf(one(assignment, 'to')).trim();
      return value === null ? [] : [{ name: isVariable(to) ? to : name, value }];
    });
    if (assigned.length > 0) return assigned;
    const [source] = sourcesOf(association);
    const from = source ? variableName(source) : '';
    return from === '' || from === name ? [] : [{ name, from }];
  });
}

function associationsOf(element: BpmnElement, property: string): readonly BpmnElement[] {
  const direct = many(element, property);
  if (direct.length > 0) return direct;
  // moddle names the property of events by its singular or plural, by the kind of event
  return many(element, property.endsWith('s') ? property.slice(0, -1) : `${property}s`);
}

function sourcesOf(association: BpmnElement): readonly BpmnElement[] {
  const several = many(association, 'sourceRef');
  const single = one(association, 'sourceRef');
  return several.length > 0 ? several : single ? [single] : [];
}

function feel(expression: BpmnElement | undefined): string | null {
  const body = bodyOf(expression);
  return body === '' ? null : (conditionToFeel(body) ?? body.trim());
}

/** "to" expressions that are no plain name point into the target (XPath): then the target as a whole is written. */
function isVariable(to: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(to);
}
