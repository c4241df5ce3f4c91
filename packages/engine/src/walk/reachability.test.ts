import { expect, test } from 'vitest';
import { graphOf } from '../testing/graphOf.ts';
import { nodeAt } from './openWalk.ts';
import { reachability } from './reachability.ts';

const graph = graphOf(
  {
    start: 'startEvent',
    join: 'inclusiveGateway',
    a: 'userTask',
    edge: { type: 'boundaryEvent', attachedTo: 'a', events: [{ kind: 'error', code: null }] },
    b: 'userTask',
    out: { type: 'intermediateThrowEvent', linkTarget: 'in', events: [{ kind: 'link', name: 'L' }] },
    in: { type: 'intermediateCatchEvent', events: [{ kind: 'link', name: 'L' }] },
    again: 'exclusiveGateway',
    end: 'endEvent',
  },
  ['start > a', 'a > end', 'edge > out', 'in > join', 'b > join', 'join > again', 'again > b', 'again > end'],
);

/** Ids of the nodes from which a token can come to the join by the flow from `source`. */
function reaching(source: string): string[] {
  const join = nodeAt(graph, graph.nodeIndex.get('join') ?? -1);
  const k = join.incoming.indexOf(graph.flowIndex.get(`${source}>join`) ?? -1);
  const reaches = reachability(graph, join)[k];
  return graph.nodes.filter((node) => reaches?.[node.index] === 1).map((node) => node.id);
}

test('paths go from an activity to its boundary events and from a link throw to its catch', () => {
  expect(reaching('in')).toEqual(['start', 'a', 'edge', 'out', 'in']);
});

test('paths do not visit the gateway itself', () => {
  expect(reaching('b')).toEqual(['b', 'again']);
});

test('it is computed once per graph', () => {
  const join = nodeAt(graph, graph.nodeIndex.get('join') ?? -1);
  expect(reachability(graph, join)).toBe(reachability(graph, join));
});
