import type { Simulation } from '../Simulation.ts';

/** Ad-hoc subprocesses that are open, with the ids of what can be started in them by hand, and whether nothing runs. */
export function openAdHoc({
  graph,
  state,
}: Simulation): { readonly token: number; readonly nodes: readonly string[]; readonly idle: boolean }[] {
  return state.tokens.flatMap(({ id, node: index, data }) => {
    const node = graph.nodes[index];
    if (!node?.adHoc || data?.scope === undefined || data.loop) return [];
    const nodes = node.children.flatMap((child) => graph.nodes[child]?.id ?? []);
    const idle = !state.tokens.some(({ scope, data: inside }) => scope === data.scope && inside?.on === undefined);
    return [{ token: id, nodes, idle }];
  });
}
