import type { BpmnElement } from '../../moddle/BpmnElement.ts';
import type { Mapping } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { attributeOf, childrenOf, type Foreign } from '../Foreign.ts';
import { valueToFeel } from './valueToFeel.ts';

/** `inputOutput` of an activity or event: its parameters as mappings. */
export function inputOutput(foreign: Foreign): Readings {
  const holders = foreign.elements('inputOutput');
  const inputs = parameters(foreign, holders, 'inputParameter');
  const outputs = parameters(foreign, holders, 'outputParameter');
  return { ...(inputs.length > 0 && { inputs }), ...(outputs.length > 0 && { outputs }) };
}

/** Parameters of one kind; what has no equal is named by its parameter. */
export function parameters(
  foreign: Foreign,
  holders: readonly BpmnElement[],
  kind: 'inputParameter' | 'outputParameter',
): readonly (Mapping & { readonly value: string })[] {
  return holders
    .flatMap((holder) => childrenOf(holder, kind))
    .flatMap((parameter) => {
      const name = attributeOf(parameter, 'name')?.trim();
      const value = valueToFeel(parameter);
      if (name !== undefined && value !== null) return [{ name, value }];
      foreign.leave(kind, name ?? '');
      return [];
    });
}
