import type { ProcessGraph } from '@dealwright/bpmn';
import { graphOf, type NodeSketch } from './graphOf.ts';

/** A chain of diamonds whose branches are tasks that are passed at once. */
export function chainOfDiamonds(
  type: 'exclusiveGateway' | 'inclusiveGateway' | 'parallelGateway',
  length: number,
): ProcessGraph {
  const nodes: Record<string, NodeSketch> = { start: 'startEvent' };
  const flows: string[] = [];
  let before = 'start';
  for (let at = 0; at < length; at++) {
    Object.assign(nodes, { [`s${at}`]: type, [`a${at}`]: 'task', [`b${at}`]: 'task', [`j${at}`]: type });
    const condition = type === 'parallelGateway' ? '' : ': true';
    flows.push(`${before} > s${at}`, `s${at} > a${at}${condition}`, `s${at} > b${at}${condition}`);
    flows.push(`a${at} > j${at}`, `b${at} > j${at}`);
    before = `j${at}`;
  }
  return graphOf({ ...nodes, end: 'endEvent' }, [...flows, `${before} > end`]);
}

/** Counts the variable `n` up to `rounds`, one round of a drawn loop after another. */
export function countingLoop(rounds: number): ProcessGraph {
  return graphOf(
    {
      start: 'startEvent',
      merge: 'exclusiveGateway',
      count: { type: 'scriptTask', script: { language: 'feel', source: 'n + 1', resultVariable: 'n' } },
      again: 'exclusiveGateway',
      end: 'endEvent',
    },
    ['start > merge', 'merge > count', 'count > again', `again > merge: n < ${rounds}`, 'again > end default'],
  );
}
