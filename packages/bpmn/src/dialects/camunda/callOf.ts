import { isA, type BpmnElement } from '../../moddle/BpmnElement.ts';
import type { CallBinding, Mapping } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, type Foreign } from '../Foreign.ts';
import { juelToFeel } from '../juelToFeel.ts';

/**
 * What a call activity hands over and gets back (`in` and `out`), and which version it calls. Unlike ours, a call
 * without `in` hands over nothing, and one without `out` gets nothing back.
 */
export function callOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:CallActivity')) return {};
  const into = handed(foreign, 'in');
  const out = handed(foreign, 'out');
  const callBinding = bindingOf(foreign);
  return {
    inputs: into.mappings,
    outputs: out.mappings,
    passes: { in: into.all, out: out.all },
    ...(callBinding && { callBinding }),
  };
}

function handed(foreign: Foreign, kind: 'in' | 'out'): { readonly all: boolean; readonly mappings: Mapping[] } {
  const elements = foreign.elements(kind);
  return {
    all: elements.some((element) => attributeOf(element, 'variables') === 'all'),
    mappings: elements.flatMap((element) => mappingOf(foreign, kind, element)),
  };
}

function mappingOf(foreign: Foreign, kind: 'in' | 'out', element: BpmnElement): readonly Mapping[] {
  if (attributeOf(element, 'variables') === 'all') return [];
  const name = attributeOf(element, 'target')?.trim();
  const source = attributeOf(element, 'source')?.trim();
  if (name !== undefined && source !== undefined) return [{ name, from: source }];
  const expression = attributeOf(element, 'sourceExpression');
  const value = expression === undefined ? null : juelToFeel(expression);
  if (name !== undefined && value !== null) return [{ name, value }];
  foreign.leave(kind, name ?? (attributeOf(element, 'businessKey') === undefined ? '' : 'businessKey'));
  return [];
}

function bindingOf(foreign: Foreign): CallBinding | undefined {
  const binding = foreign.attribute('calledElementBinding');
  if (binding === undefined || binding === 'latest') return undefined;
  if (binding === 'deployment') return { type: 'deployment' };
  const version = binding === 'version' ? foreign.attribute('calledElementVersion') : undefined;
  if (version !== undefined && /^\s*\d{1,9}\s*$/.test(version)) return { type: 'version', version: Number(version) };
  foreign.leave('calledElementBinding', binding);
  if (version !== undefined) foreign.leave('calledElementVersion');
  return undefined;
}
