import type { Json, JsonObject } from '../../Json.ts';
import { evaluateDecision } from '../evaluateDecision.ts';
import { parseDecisions } from '../parseDecisions.ts';
import { decision, dmn, table, type TableSketch } from './dmn.ts';

/** A moment: 15 January 2026. */
export const NOW = Date.UTC(2026, 0, 15);

/** The result of a decision of a file with this content. */
export async function ask(content: string, variables: JsonObject, id = 'd'): Promise<Json> {
  return evaluateDecision(await parseDecisions(dmn(content)), id, variables, NOW);
}

/** The result of a table. */
export function askTable(sketch: TableSketch, variables: JsonObject): Promise<Json> {
  return ask(decision('d', table(sketch)), variables);
}
