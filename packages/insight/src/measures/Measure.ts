import type { KpiDefinition, ProcessGraph } from '@dealwright/bpmn';
import type { Parameter } from '@dealwright/store';

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

/** SQL expressions for the columns of a `Figure`; what is left out is null. */
export type Columns = Partial<Readonly<Record<keyof Figure, string>>>;

/** Adds a value to the statement's parameters and gives its placeholder. */
export type Bind = (value: Parameter) => string;

/** Placeholders that aggregates over visits may use. */
export interface Given {
  /** timestamptz: what counts as due and past */
  readonly now: () => string;
}

/** A KPI that needs a `select` of its own: of the process, or of an element where grouped visits do not do. */
export interface KpiPlace {
  readonly graph: ProcessGraph;
  /** element id; null: the process itself */
  readonly element: string | null;
  readonly kpi: KpiDefinition;
}

export interface Measure {
  /** what kind of figure: decides interval and unit */
  readonly kind: 'share' | 'median' | 'mean' | 'count';
  /**
   * On an element: aggregates over `visit` (see `cohortSql`; `sla` is the element's limit, an interval),
   * grouped by element, so that all KPIs of all elements cost one pass. Null: `select` is asked for elements too.
   */
  readonly columns: ((given: Given) => Columns) | null;
  /** A `select` of one row, shaped by `shape`, over `cohort` and `visit`. */
  readonly select: (place: KpiPlace, bind: Bind) => string;
}

/** A select list with every column of `Figure`, from those that a measure gives. */
export function shape(columns: Columns): string {
  return FIGURE.map((name) => `(${columns[name] ?? 'null'})::float8 as ${name}`).join(', ');
}

/** The same as one JSON value, for several figures in a row. */
export function shapeJson(columns: Columns): string {
  return `jsonb_build_object(${FIGURE.map((name) => `'${name}', (${columns[name] ?? 'null'})::float8`).join(', ')})`;
}

const FIGURE: readonly (keyof Figure)[] = ['numerator', 'denominator', 'n', 'value', 'low', 'high', 'deviation'];

/** Columns of a share that is counted: `part` and `whole` are SQL counts. */
export function share(part: string, whole: string): Columns {
  return { numerator: part, denominator: whole, n: whole, value: `${part}::float8 / nullif(${whole}, 0)` };
}
