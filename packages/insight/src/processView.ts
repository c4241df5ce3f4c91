import { durationMs, type ProcessGraph } from '@dealwright/bpmn';
import { leadsToWon } from '@dealwright/sales';
import { type EntityManager, type Parameter, query, queryOne, transaction } from '@dealwright/store';
import { cohortParameters, cohortSql, type CohortFilter, isWhole, type NodeRow } from './cohort.ts';
import {
  CURRENCY_SQL,
  elementsSql,
  flowsSql,
  STAGES_SQL,
  STANDING_NODES_SQL,
  STANDING_SQL,
  STANDING_STAGES_SQL,
  TOTALS_SQL,
} from './figuresSql.ts';
import { judgeKpi } from './judgeKpi.ts';
import { type Bind, type Figure, type KpiPlace, shapeJson } from './measures/Measure.ts';
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
    /** by measure */
    readonly figures: Readonly<Record<string, Figure>>;
  }[];
  readonly flows: readonly { readonly flowId: string; readonly taken: number }[];
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
  /** of the KPIs that needed a select of their own */
  readonly own: readonly Figure[];
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
  const alone = places.filter(isAlone);
  const own = alone.map((place) => `(select to_jsonb(r) from (${MEASURES[place.kpi.measure].select(place, bind)}) r)`);
  const rows = (sql: string) => `(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${sql}) r)`;
  const elements = elementsSql(groupedFigures(places, () => `${bind(new Date(now))}::timestamptz`));
  const drawn = nodeRows(graph, now);
  const nodes = bind(JSON.stringify(drawn));
  const repeated = drawn.some((node) => node.repeated);
  const row = await transaction(request.em, async (em) => {
    await query(em, PLANNING_SQL);
    return queryOne<Row>(
      em,
      `with ${cohortSql(nodes, repeated)}, ${CURRENCY_SQL}, ${STANDING_SQL}
       select ${rows(elements)} as elements, ${rows(flowsSql(isWhole(request)))} as flows,
              ${rows(STANDING_NODES_SQL)} as standing, ${rows(STAGES_SQL)} as stages,
              ${rows(STANDING_STAGES_SQL)} as "standingStages",
              (select to_jsonb(r) from (${TOTALS_SQL}) r) as totals, jsonb_build_array(${own.join(', ')}) as own`,
      parameters,
    );
  });
  if (!row) throw new Error('a select without from gave no row');
  const results = places.map((place) => ({
    element: place.element,
    result: judgeKpi(place.kpi, isAlone(place) ? figureAt(row, alone.indexOf(place)) : figureOf(row, place)),
  }));
  const { currency, ...totals } = row.totals;
  return {
    processId: graph.processId,
    deploymentId: request.drawnDeploymentId,
    asOf: new Date(now).toISOString(),
    currency,
    elements: elementFigures(graph, row, results),
    flows: graph.flows.map((flow) => ({
      flowId: flow.id,
      taken: row.flows.find((one) => one.flowId === flow.id)?.taken ?? 0,
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
    processKpis: results.filter(({ element }) => element === null).map(({ result }) => result),
    totals,
  };
}

function kpiPlaces(graph: ProcessGraph): KpiPlace[] {
  return [
    ...graph.kpis.map((kpi) => ({ graph, element: null, kpi })),
    ...graph.nodes.flatMap(({ index, id, business }) =>
      index === 0 ? [] : business.kpis.map((kpi) => ({ graph, element: id, kpi })),
    ),
  ];
}

/** Whether the KPI cannot come out of the one pass over grouped visits. */
function isAlone({ element, kpi }: KpiPlace): boolean {
  return element === null || MEASURES[kpi.measure].columns === null;
}

/**
 * SQL for a JSON object, measure → figure, of the measures that elements of this drawing ask for. `now` binds the clock,
 * and only when a measure asks for it: PostgreSQL refuses a parameter that the statement does not use.
 */
function groupedFigures(places: readonly KpiPlace[], now: () => string): string {
  const asked = new Set(places.filter((place) => !isAlone(place)).map((place) => place.kpi.measure));
  const parts = [...asked].map((name) => `'${name}', ${shapeJson(MEASURES[name].columns?.({ now }) ?? {})}`);
  return `jsonb_build_object(${parts.join(', ')})`;
}

function figureAt(row: Row, index: number): Figure {
  const figure = row.own[index];
  if (!figure) throw new Error(`KPI ${index} has no figure`);
  return figure;
}

/** An element that nothing ever came to is in no group. */
const NOTHING: Figure = { numerator: 0, denominator: 0, n: 0, value: null, low: null, high: null, deviation: null };

function figureOf(row: Row, { element, kpi }: KpiPlace): Figure {
  return row.elements.find((one) => one.elementId === element)?.figures[kpi.measure] ?? NOTHING;
}

/** SLAs in months are as long as months are now. */
function nodeRows(graph: ProcessGraph, now: number): NodeRow[] {
  const progress = leadsToWon(graph);
  return graph.nodes
    .filter((node) => node.index !== 0)
    .map(({ index, id, business, loop }) => {
      const place = graph.stages.findIndex((one) => one.id === business.stage);
      const standsIn = place < 0 ? null : place;
      return {
        id,
        standsIn,
        stage: progress.has(index) ? standsIn : null,
        sla: business.sla === null ? null : durationMs(business.sla, now) / 1000,
        repeated: loop !== null,
      };
    });
}

function elementFigures(
  graph: ProcessGraph,
  row: Row,
  results: readonly { readonly element: string | null; readonly result: ElementFigures['kpis'][number] }[],
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
      kpis: results.filter((one) => one.element === node.id).map(({ result }) => result),
    }));
}
