import { childrenOf, attributeOf, type Foreign } from '../Foreign.ts';
import type { Mapping } from '../../ProcessGraph.ts';
import type { Readings } from '../Dialect.ts';
import { isFeelName } from '../juel/feelNames.ts';
import { valueToFeel } from './valueToFeel.ts';

/** `ioMapping`: inputs make variables of the activity's own; with outputs, only these are written. */
export function ioMapping(foreign: Foreign): Readings {
  const holders = foreign.elements('ioMapping');
  const of = (kind: 'input' | 'output'): readonly Mapping[] =>
    holders
      .flatMap((holder) => childrenOf(holder, kind))
      .flatMap((mapping) => {
        const source = attributeOf(mapping, 'source');
        const name = attributeOf(mapping, 'target')?.trim();
        // "a.b" writes into a context, which a mapping here replaces as a whole
        if (source !== undefined && name !== undefined && isFeelName(name))
          return [{ name, value: valueToFeel(source) }];
        foreign.leave(kind, name ?? '');
        return [];
      });
  const [inputs, outputs] = [of('input'), of('output')];
  return { ...(inputs.length > 0 && { inputs }), ...(outputs.length > 0 && { outputs }) };
}
