import { compile } from '../compile/compile.ts';
import { readDialects } from '../dialects/readDialects.ts';
import { indexModel } from '../ModelIndex.ts';
import { parseModel } from '../parse/parseModel.ts';
import type { GraphNode } from '../ProcessGraph.ts';

/** A node as it is compiled, and the names of what the whole file holds without an equal. */
export async function readNode(xml: string, id: string): Promise<{ node: GraphNode; unmapped: readonly string[] }> {
  const model = await parseModel(xml);
  const graph = compile(model);
  const node = graph.nodes[graph.nodeIndex.get(id) ?? -1];
  if (!node) throw new Error(`no node ${id}`);
  const unmapped = indexModel(model).elements.flatMap((element) => readDialects(element, model.prefixes).unmapped);
  return { node, unmapped };
}
