import { graphOf, type NodeSketch } from '../graphOf.ts';
import type { ProcessGraph } from '@dealwright/bpmn';
import type { Law } from './Law.ts';

type Sketch = Exclude<NodeSketch, string>;

/** A process of a random model, drawn, with what must hold for its histories. */
export interface DrawnProcess {
  readonly id: string;
  readonly nodes: Readonly<Record<string, Sketch>>;
  /** "a > b", as `graphOf` takes them */
  readonly flows: readonly string[];
  readonly graph: ProcessGraph;
  readonly laws: readonly Law[];
  /** start events by which an instance can be started, by name; "" for none */
  readonly starts: readonly string[];
}

/** A model: its process, and those that it calls. */
export interface DrawnModel {
  readonly main: DrawnProcess;
  readonly called: readonly DrawnProcess[];
}

/** Way in and way out of a part that is drawn; `last` is null when no token comes out of it. */
export interface Ends {
  readonly first: string;
  readonly last: string | null;
}

/** Where a part is drawn. */
export interface Spot {
  /** id of the scope; null for the process */
  readonly scope: string | null;
  /** when the laws for what is drawn here hold with equality; see `Law` */
  readonly when: 'reached' | 'calm';
}

/** A process while it is drawn: nodes and flows by their ids, and the laws that go with them. */
export class Drawing {
  readonly id: string;
  readonly laws: Law[] = [];
  readonly flows: string[] = [];
  readonly nodes: Record<string, Sketch> = {};
  readonly #prefix: string;
  #count = 0;

  /** @param prefix of all its ids, so that several processes can stand in one file */
  constructor(id: string, prefix: string) {
    this.id = id;
    this.#prefix = prefix;
  }

  /** Draws a node; answers its id. */
  node(scope: string | null, sketch: Sketch): string {
    const id = `${this.#prefix}${this.#count++}`;
    this.nodes[id] = scope === null ? sketch : { ...sketch, in: scope };
    return id;
  }

  /** Says more of a node that is drawn. */
  amend(id: string, more: Partial<Sketch>): void {
    const node = this.nodes[id];
    if (!node) throw new RangeError(`no node "${id}"`);
    this.nodes[id] = { ...node, ...more };
  }

  /** The index that a node has in the graph. */
  indexOf(id: string): number {
    return Object.keys(this.nodes).indexOf(id) + 1;
  }

  /** Joins nodes by flows, one after the other. */
  chain(...ids: readonly string[]): void {
    for (const [at, id] of ids.entries()) if (at > 0) this.flow(ids[at - 1] ?? '', id);
  }

  flow(from: string, to: string, way: { readonly condition?: string; readonly isDefault?: true } = {}): void {
    const suffix = way.isDefault ? ' default' : way.condition === undefined ? '' : `: ${way.condition}`;
    this.flows.push(`${from} > ${to}${suffix}`);
  }

  finished(starts: readonly string[]): DrawnProcess {
    const { id, nodes, flows, laws } = this;
    return { id, nodes, flows, laws, starts, graph: graphOf(nodes, flows) };
  }
}
