import type { GraphNode, ProcessGraph } from '@dealwright/bpmn';
import type { HistoryEvent } from '../../types/HistoryEvent.ts';

type Counted = 'enter' | 'leave' | 'cancel' | 'compensate';

/** How often each element was entered, left, cancelled and compensated, in all and in each scope. */
export class Tally {
  readonly #graph: ProcessGraph;
  readonly #all = new Map<string, number>();
  readonly #inScope = new Map<string, number>();
  /** instances of a scope by its node index */
  readonly #instances = new Map<number, Set<number>>();
  readonly #cutShort = new Set<number>();

  constructor(graph: ProcessGraph, events: readonly HistoryEvent[]) {
    this.#graph = graph;
    const arrived = new Set(events.flatMap((event) => (event.type === 'enter' ? [event.token] : [])));
    for (const event of events) {
      if (event.type === 'take') {
        increase(this.#inScope, `take/${event.flow}/${event.scope}`);
        if (!arrived.has(event.token) && !this.#isSilent(event.flow)) this.#cutShort.add(event.scope);
        continue;
      }
      if (event.type === 'incident' || event.type === 'error' || event.type === 'escalation') continue;
      const { type, node, scope } = event;
      increase(this.#all, `${type}/${node}`);
      increase(this.#inScope, `${type}/${node}/${scope}`);
      // instances of a repeated activity are in a scope of their own, which is none of the drawing's
      const parent = this.#node(node).parent;
      if (this.#node(node).loop) continue;
      const instances = this.#instances.get(parent) ?? new Set();
      this.#instances.set(parent, instances.add(scope));
    }
  }

  /** How often, in all or in one scope. */
  count(type: Counted, id: string, scope?: number): number {
    const node = this.#index(id);
    return (
      (scope === undefined ? this.#all.get(`${type}/${node}`) : this.#inScope.get(`${type}/${node}/${scope}`)) ?? 0
    );
  }

  /** The instances of the scope that an element stands in. */
  scopesAround(id: string): readonly number[] {
    return this.scopesOf(this.#node(this.#index(id)).parent);
  }

  /** The instances of a scope, by its node index. */
  scopesOf(node: number): readonly number[] {
    return [...(this.#instances.get(node) ?? [])];
  }

  /** Whether nothing was cut short in an instance of the scope `node`. */
  isCalm(node: number, scope: number): boolean {
    if (this.#cutShort.has(scope)) return false;
    const children = this.#node(node).children.map((index) => this.#node(index));
    return children.every((child) => this.#isCalmAt(child, scope) && this.#haveLinksArrived(child, children, scope));
  }

  #isCalmAt(node: GraphNode, scope: number): boolean {
    if (node.loop) return this.count('cancel', node.id) === 0 && this.#isLoopLeft(node, scope);
    if (node.type === 'eventSubProcess' && this.#interrupts(node)) return this.count('enter', node.id, scope) === 0;
    const ends = node.events.some(({ kind }) => kind === 'terminate' || kind === 'error' || kind === 'cancel');
    if (node.type === 'endEvent' && ends) return this.count('enter', node.id, scope) === 0;
    // what was cancelled has been left by the event that did it
    return this.count('cancel', node.id, scope) === this.#interruptions(node, scope);
  }

  /** Whether a repeated activity was left as often as it was come to: between its rounds it is not in the history. */
  #isLoopLeft(node: GraphNode, scope: number): boolean {
    const taken = (flows: readonly number[]): number =>
      flows.reduce((sum, flow) => sum + (this.#inScope.get(`take/${flow}/${scope}`) ?? 0), 0);
    return taken(node.incoming) <= taken(node.outgoing) + this.#interruptions(node, scope);
  }

  /** How often the events on an activity's border have ended it. */
  #interruptions({ boundary }: GraphNode, scope: number): number {
    return boundary
      .map((index) => this.#node(index))
      .filter(({ interrupting }) => interrupting)
      .reduce((sum, edge) => sum + this.count('enter', edge.id, scope), 0);
  }

  /** Whether all that was sent to a link's catch event came there: no flow leads to it, so no `take` tells. */
  #haveLinksArrived({ index, id }: GraphNode, siblings: readonly GraphNode[], scope: number): boolean {
    const sent = siblings
      .filter(({ linkTarget }) => linkTarget === index)
      .reduce((sum, thrower) => sum + this.count('leave', thrower.id, scope), 0);
    return sent <= this.count('enter', id, scope);
  }

  #interrupts(handler: GraphNode): boolean {
    return handler.children.some((index) => this.#node(index).type === 'startEvent' && this.#node(index).interrupting);
  }

  /** Whether history does not tell of a token's arrival: it stands for a repeated activity, or waits for others. */
  #isSilent(flow: number): boolean {
    const target = this.#node(this.#graph.flows[flow]?.target ?? -1);
    return target.loop !== null || target.startQuantity > 1;
  }

  #index(id: string): number {
    return this.#graph.nodeIndex.get(id) ?? -1;
  }

  #node(index: number): GraphNode {
    const node = this.#graph.nodes[index];
    if (!node) throw new RangeError(`no node ${index}`);
    return node;
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
