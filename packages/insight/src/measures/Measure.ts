import type { KpiDefinition, ProcessGraph } from '@dealwright/bpmn';
import type { Parameter } from '@dealwright/store';

/** A KPI at its place: an element of the drawing, or with `node` null the process itself. */
export interface KpiPlace {
  readonly graph: ProcessGraph;
  /** node index */
  readonly node: number | null;
  readonly kpi: KpiDefinition;
  /** epoch milliseconds: what counts as open, due and past */
  readonly now: number;
}

/** What a measure's SQL gives; times in hours, shares from 0 to 1. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  /** how many cases the figure rests on */
  readonly n: number;
  readonly value: number | null;
  /** 95 % interval where SQL has found it itself (medians) */
  readonly low: number | null;
  readonly high: number | null;
  /** sample standard deviation, for means */
  readonly deviation: number | null;
}

/** Adds a value to the statement's parameters and gives its placeholder. */
export type Bind = (value: Parameter) => string;

export interface Measure {
  /** what kind of figure: decides interval and unit */
  readonly kind: 'share' | 'median' | 'mean' | 'count';
  /**
   * A `select` of one row over `cohort` and `visit` (see `cohortSql`), with the columns numerator, denominator, n and,
   * as the kind needs, value, low, high, deviation; `shape` fills up the rest.
   */
  readonly sql: (place: KpiPlace, bind: Bind) => string;
}

/** A select list with every column of `Figure`, from those that a measure gives. */
export function shape(columns: Partial<Readonly<Record<keyof Figure, string>>>): string {
  const all: readonly (keyof Figure)[] = ['numerator', 'denominator', 'n', 'value', 'low', 'high', 'deviation'];
  return all.map((name) => `(${columns[name] ?? 'null'})::float8 as ${name}`).join(', ');
}

/** Columns of a share that is counted: `part` and `whole` are SQL counts. */
export function share(part: string, whole: string): string {
  return shape({ numerator: part, denominator: whole, n: whole, value: `${part}::float8 / nullif(${whole}, 0)` });
}

/** The element's id for `element_id = …`. */
export function elementId(place: KpiPlace): string {
  return place.node === null ? place.graph.processId : (place.graph.nodes[place.node]?.id ?? '');
}
