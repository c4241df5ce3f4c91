import type { ProcessGraph } from '@dealwright/bpmn';
import type { Token } from '@dealwright/engine';

/** Longer entries are no name that a list could show. */
const LONGEST_ITEM = 200;

/**
 * Which instance of a repeated activity a token is: its number, from 1, and its entry of the collection, when that is a
 * text or a number. Empty for a token of an activity that is done once.
 */
export function turnOf(
  graph: ProcessGraph,
  token: Token | undefined,
): { readonly turn: number; readonly item: string | null } | null {
  const turn = token?.data?.turn;
  if (!token || turn === undefined) return null;
  const loop = graph.nodes[token.node]?.loop;
  const name = loop?.kind === 'multiInstance' ? loop.inputItem : null;
  const item = name === null ? undefined : token.data?.local?.[name];
  const text = typeof item === 'string' || typeof item === 'number' ? String(item).slice(0, LONGEST_ITEM) : '';
  return { turn, item: text.trim() === '' ? null : text };
}
