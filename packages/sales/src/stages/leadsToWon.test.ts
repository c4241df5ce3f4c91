import { graphOf } from '@dealwright/engine/testing';
import { describe, expect, it } from 'vitest';
import { leadsToWon } from './leadsToWon.ts';

const namesOf = (graph: ReturnType<typeof graphOf>) =>
  [...leadsToWon(graph)].map((index) => graph.nodes[index]?.id ?? '').toSorted((a, b) => a.localeCompare(b));

describe('leadsToWon', () => {
  it('leaves out the loss review, also when a link leads to it', () => {
    const graph = graphOf(
      {
        start: 'startEvent',
        work: 'userTask',
        gate: 'exclusiveGateway',
        toLost: { type: 'intermediateThrowEvent', linkTarget: 'lostHere' },
        lostHere: 'intermediateCatchEvent',
        review: 'userTask',
        won: { type: 'endEvent', business: { outcome: 'won' } },
        lost: { type: 'endEvent', business: { outcome: 'lost' } },
      },
      ['start > work', 'work > gate', 'gate > won', 'gate > toLost', 'lostHere > review', 'review > lost'],
    );
    expect(namesOf(graph)).toEqual(['gate', 'start', 'won', 'work']);
  });

  it('follows boundary events back to their task and goes into subprocesses', () => {
    const graph = graphOf(
      {
        start: 'startEvent',
        box: 'subProcess',
        inner: { type: 'userTask', in: 'box' },
        paid: { type: 'boundaryEvent', attachedTo: 'box' },
        lost: { type: 'endEvent', business: { outcome: 'lost' } },
        won: { type: 'endEvent', business: { outcome: 'won' } },
      },
      ['start > box', 'box > lost', 'paid > won'],
    );
    expect(namesOf(graph)).toEqual(['box', 'inner', 'paid', 'start', 'won']);
  });

  it('is everything where no end is marked won', () => {
    const graph = graphOf({ start: 'startEvent', end: 'endEvent' }, ['start > end']);
    expect(leadsToWon(graph).size).toBe(graph.nodes.length);
  });
});
