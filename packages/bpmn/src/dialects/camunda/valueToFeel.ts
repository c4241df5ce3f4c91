import type { BpmnElement } from '../../moddle/BpmnElement.ts';
import { attributeOf, childrenOf, localName, textOf } from '../Foreign.ts';
import { templateToFeel } from '../templateToFeel.ts';

/** Nobody nests deeper; the stack is ours. */
const MAX_DEPTH = 20;

/**
 * The value of a parameter as FEEL: text with expressions in it, a FEEL script, a `list`, or a `map`. Null when it is
 * something else or holds what has no equal.
 */
export function valueToFeel(holder: BpmnElement, depth = 0): string | null {
  const [definition, ...others] = childrenOf(holder);
  if (!definition) return templateToFeel(textOf(holder));
  if (others.length > 0 || depth > MAX_DEPTH) return null;
  switch (localName(definition)) {
    case 'script':
      return scriptToFeel(definition);
    case 'list': {
      const items = childrenOf(definition).map((item) =>
        localName(item) === 'script' ? scriptToFeel(item) : valueToFeel(item, depth + 1),
      );
      return items.includes(null) ? null : `[${items.join(', ')}]`;
    }
    case 'map': {
      const entries = childrenOf(definition, 'entry').map((entry) => {
        const value = valueToFeel(entry, depth + 1);
        return value === null ? null : `${JSON.stringify(attributeOf(entry, 'key') ?? '')}: ${value}`;
      });
      return entries.includes(null) ? null : `{${entries.join(', ')}}`;
    }
    default:
      return null;
  }
}

/** Scripts in other languages stay where they are: only FEEL is evaluated in place. */
function scriptToFeel(script: BpmnElement): string | null {
  const source = textOf(script).trim();
  return attributeOf(script, 'scriptFormat')?.toLowerCase() === 'feel' && source !== '' ? source : null;
}
