import type { DrawnProcess } from '../../packages/engine/src/testing/random/index.ts';
import { element, expression, type Xml } from './xml.ts';

type Loop = NonNullable<DrawnProcess['nodes'][string]['loop']>;

/** How an activity is repeated. */
export function loopXml(loop: Loop): Xml {
  if (loop.kind === 'standard') {
    const { testBefore = false, condition, maximum } = loop;
    return element(
      'standardLoopCharacteristics',
      {
        testBefore: String(testBefore),
        ...(maximum === null || maximum === undefined ? {} : { loopMaximum: maximum }),
      },
      condition ? expression('loopCondition', condition) : '',
    );
  }
  const { sequential = false, cardinality, collection, inputItem, outputCollection, outputItem } = loop;
  return element(
    'multiInstanceLoopCharacteristics',
    {
      isSequential: String(sequential),
      ...(collection ? { 'dw:collection': `=${collection}` } : {}),
      ...(inputItem ? { 'dw:item': inputItem } : {}),
      ...(outputCollection ? { 'dw:outputCollection': outputCollection } : {}),
      ...(outputItem ? { 'dw:outputItem': `=${outputItem}` } : {}),
    },
    [
      cardinality ? expression('loopCardinality', cardinality) : '',
      loop.completionCondition ? expression('completionCondition', loop.completionCondition) : '',
    ].join(''),
  );
}
