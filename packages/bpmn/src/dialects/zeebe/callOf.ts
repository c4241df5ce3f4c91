import { isA } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, type Foreign } from '../Foreign.ts';

/** Which process a call activity calls, in which version, and what it hands over beside its mappings. */
export function callOf(foreign: Foreign): Readings {
  if (!isA(foreign.element, 'bpmn:CallActivity')) return {};
  const [called] = foreign.elements('calledElement');
  if (!called) return {};
  const processId = attributeOf(called, 'processId')?.trim();
  const fixed = processId !== undefined && !processId.startsWith('=');
  // which process is called is fixed here
  if (!fixed) foreign.leave('calledElement', 'processId');
  const binding = attributeOf(called, 'bindingType')?.trim() ?? 'latest';
  if (binding !== 'latest' && binding !== 'deployment') foreign.leave('calledElement', `bindingType: ${binding}`);
  return {
    ...(fixed && { calledElement: processId }),
    ...(binding === 'deployment' && { callBinding: { type: 'deployment' } }),
    passes: {
      in: attributeOf(called, 'propagateAllParentVariables') !== 'false',
      ...(attributeOf(called, 'propagateAllChildVariables') === 'false' && { out: false }),
    },
  };
}
