import type { KpiDefinition, ProcessGraph } from '@dealwright/bpmn';
import { leadsToWon } from '@dealwright/sales';
import { type EntityManager, type Parameter, query, queryOne, transaction } from '@dealwright/store';
import { cohortParameters, cohortSql, type CohortFilter } from './cohort.ts';
import { CURRENCY_SQL, ELEMENTS_SQL, STAGES_SQL, STANDING_SQL, standingStagesSql, TOTALS_SQL } from './figuresSql.ts';
import { judgeKpi } from './judgeKpi.ts';
import type { Bind, Figure } from './measures/Measure.ts';
import { MEASURES } from './measures/measures.ts';
import type { ElementFigures, ProcessFigures } from './ProcessFigures.ts';

export interface ProcessViewRequest extends CohortFilter {
  readonly em: EntityManager;
  /** the drawing to show figures on: the latest version's, or that of `deploymentId` */
  readonly graph: ProcessGraph;
  readonly drawnDeploymentId: string;
  /** epoch milliseconds */
  readonly now: number;
}

/**
 * For this transaction alone. The planner cannot know how large `cohort` and `visit` are, and on a fresh database not
 * even how large the history is; it then takes nested loops and sorts where hashing is many times faster.
 */
const PLANNING_SQL = `select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true),
  set_config('work_mem', '64MB', true)`;

interface Row {
  readonly elements: readonly {
    readonly elementId: string;
    readonly entered: number;
    readonly left: number;
    readonly medianHours: number | null;
    readonly taken: number;
  }[];
  readonly standing: readonly {
    readonly elementId: string;
    readonly standing: number;
    readonly standingValue: number;
  }[];
  readonly stages: readonly {
    readonly stage: number;
    readonly entered: number;
    readonly advanced: number;
    readonly decided: number;
  }[];
  readonly standingStages: readonly {
    readonly stage: number;
    readonly standing: number;
    readonly standingValue: number;
  }[];
  readonly totals: ProcessFigures['totals'] & { readonly currency: string };
  readonly kpis: readonly Figure[];
}

/**
 * All figures of a process in one statement, so that they are of the same moment and history is read once: what
 * stands, came and went at each element, each KPI with its interval and judgement, the stage funnel and the totals.
 * Which instances count, and what entering and leaving mean, stands at `cohortSql`.
 */
export async function processView(request: ProcessViewRequest): Promise<ProcessFigures> {
  const { graph, now } = request;
  const parameters: Parameter[] = cohortParameters(request);
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const places = kpiPlaces(graph);
  const kpis = places.map(({ node, kpi }) => MEASURES[kpi.measure].sql({ graph, node, kpi, now }, bind));
  const rows = (sql: string) => `(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${sql}) r)`;
  const figures = kpis.map((sql) => `(select to_jsonb(r) from (${sql}) r)`).join(', ');
  const stageOf = bind(stagePlaces(graph, leadsToWon(graph)));
  const standsIn = bind(stagePlaces(graph, null));
  const row = await transaction(request.em, async (em) => {
    await query(em, PLANNING_SQL);
    return queryOne<Row>(
      em,
      `with ${cohortSql(stageOf)}, ${CURRENCY_SQL}
       select ${rows(ELEMENTS_SQL)} as elements, ${rows(STANDING_SQL)} as standing, ${rows(STAGES_SQL)} as stages,
              ${rows(standingStagesSql(standsIn))} as "standingStages",
              (select to_jsonb(r) from (${TOTALS_SQL}) r) as totals, jsonb_build_array(${figures}) as kpis`,
      parameters,
    );
  });
  if (!row) throw new Error('a select without from gave no row');
  const results = places.map(({ node, kpi }, i) => ({ node, result: judgeKpi(kpi, figureAt(row, i)) }));
  const { currency, ...totals } = row.totals;
  return {
    processId: graph.processId,
    deploymentId: request.drawnDeploymentId,
    asOf: new Date(now).toISOString(),
    currency,
    elements: elementFigures(graph, row, results),
    flows: graph.flows.map((flow) => ({
      flowId: flow.id,
      taken: row.elements.find((one) => one.elementId === flow.id)?.taken ?? 0,
    })),
    stages: graph.stages.map((stage, index) => {
      const found = row.stages.find((one) => one.stage === index);
      const standing = row.standingStages.find((one) => one.stage === index);
      return {
        id: stage.id,
        labels: stage.labels,
        entered: found?.entered ?? 0,
        standing: standing?.standing ?? 0,
        standingValue: standing?.standingValue ?? 0,
        conversion: found && found.decided > 0 ? found.advanced / found.decided : null,
      };
    }),
    processKpis: results.filter(({ node }) => node === null).map(({ result }) => result),
    totals,
  };
}

function kpiPlaces(graph: ProcessGraph): { node: number | null; kpi: KpiDefinition }[] {
  return [
    ...graph.kpis.map((kpi) => ({ node: null, kpi })),
    ...graph.nodes.flatMap((node) =>
      node.index === 0 ? [] : node.business.kpis.map((kpi) => ({ node: node.index, kpi })),
    ),
  ];
}

function figureAt(row: Row, index: number): Figure {
  const figure = row.kpis[index];
  if (!figure) throw new Error(`KPI ${index} has no figure`);
  return figure;
}

/** Element id → place of its stage, for elements that have one and, unless null, are among `nodes`. */
function stagePlaces(graph: ProcessGraph, nodes: ReadonlySet<number> | null): Record<string, number> {
  const places: Record<string, number> = {};
  for (const node of graph.nodes) {
    const stage = graph.stages.findIndex((one) => one.id === node.business.stage);
    if (stage >= 0 && (nodes === null || nodes.has(node.index))) places[node.id] = stage;
  }
  return places;
}

function elementFigures(
  graph: ProcessGraph,
  row: Row,
  results: readonly { readonly node: number | null; readonly result: ElementFigures['kpis'][number] }[],
): ElementFigures[] {
  const moved = new Map(row.elements.map((element) => [element.elementId, element]));
  const standing = new Map(row.standing.map((element) => [element.elementId, element]));
  return graph.nodes
    .filter((node) => node.index !== 0)
    .map((node) => ({
      nodeId: node.id,
      standing: standing.get(node.id)?.standing ?? 0,
      standingValue: standing.get(node.id)?.standingValue ?? 0,
      entered: moved.get(node.id)?.entered ?? 0,
      left: moved.get(node.id)?.left ?? 0,
      medianHours: moved.get(node.id)?.medianHours ?? null,
      kpis: results.filter((one) => one.node === node.index).map(({ result }) => result),
    }));
}
