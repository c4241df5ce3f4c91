import { isA, one } from '../../moddle/BpmnElement.ts';
import type { Readings } from '../Dialect.ts';
import { Foreign } from '../Foreign.ts';
import { isFeelName } from '../juel/feelNames.ts';
import { juelToFeel } from '../juelToFeel.ts';

/**
 * `collection` (a variable or an expression that gives a list) and `elementVariable` of the multi-instance
 * characteristics; of an activity, those of its characteristics, and what some tools write at the activity itself.
 */
export function loopOf(foreign: Foreign, prefix: string): Readings {
  const { element } = foreign;
  if (isA(element, 'bpmn:MultiInstanceLoopCharacteristics')) return loopAt(foreign);
  if (!isA(element, 'bpmn:Activity')) return {};
  const own = loopAt(foreign);
  const characteristics = one(element, 'loopCharacteristics');
  const inner = characteristics ? loopAt(new Foreign(characteristics, prefix)) : {};
  return own.loop || inner.loop ? { loop: { ...own.loop, ...inner.loop } } : {};
}

function loopAt(foreign: Foreign): Readings {
  const source = foreign.attribute('collection')?.trim();
  const inputItem = foreign.attribute('elementVariable')?.trim();
  const collection = source === undefined || isFeelName(source) ? source : (juelToFeel(source) ?? undefined);
  if (source !== undefined && collection === undefined) foreign.leave('collection');
  if (collection === undefined && inputItem === undefined) return {};
  return { loop: { ...(collection !== undefined && { collection }), ...(inputItem !== undefined && { inputItem }) } };
}
