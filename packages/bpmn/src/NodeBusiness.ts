export interface Labels {
  readonly zh?: string;
  readonly en?: string;
}

export const KPI_MEASURES = [
  'cycleTime',
  'slaHitRate',
  'conversion',
  'winRate',
  'completions',
  'reworkRate',
  'fieldAverage',
  'fieldShare',
] as const;
export type KpiMeasure = (typeof KPI_MEASURES)[number];

export const KPI_UNITS = ['hours', 'days', 'percent', 'count', 'money', 'number'] as const;
export type KpiUnit = (typeof KPI_UNITS)[number];

/** A measure with a target. `direction` "up": more is better. Percent targets are 0 to 100. */
export interface KpiDefinition {
  readonly id: string;
  readonly measure: KpiMeasure;
  /** form field that `fieldAverage` and `fieldShare` look at */
  readonly field: string | null;
  readonly target: number | null;
  readonly unit: KpiUnit;
  readonly direction: 'up' | 'down';
  readonly labels: Labels;
}

export const ASSIGNMENT_RULES = [
  'lane',
  'owner',
  'person',
  'group',
  'roundRobin',
  'leastLoaded',
  'expression',
] as const;
export type AssignmentRule = (typeof ASSIGNMENT_RULES)[number];

export interface Assignment {
  readonly rule: AssignmentRule;
  /** person e-mail, group key or FEEL expression, as the rule needs; null for lane and owner */
  readonly value: string | null;
  readonly approve: 'any' | 'all';
}

/** What the sales side says of a node: the `dw` extension, never looked at by the executor. */
export interface NodeBusiness {
  readonly stage: string | null;
  /** ISO 8601 duration within which the node should be done */
  readonly sla: string | null;
  /** id of the calendar by whose working time the SLA is counted; absent: around the clock */
  readonly calendar?: string;
  readonly kpis: readonly KpiDefinition[];
  readonly labels: Labels;
  readonly playbook: Labels;
  readonly assignment: Assignment | null;
  /** a form-js schema, parsed */
  readonly form: FormSchema | null;
  readonly fieldBudget: number | null;
  readonly connector: ConnectorDefinition | null;
  /** end events: "won", "lost", "disqualified" or another word; null elsewhere */
  readonly outcome: string | null;
}

/**
 * A form-js schema. A label in the other language stands in a component's `properties` as `label:zh`,
 * `description:zh`; an option's beside its label as `label:zh`.
 */
export interface FormSchema {
  readonly type: 'default';
  readonly components: readonly FormComponent[];
  readonly [key: string]: unknown;
}
export interface FormComponent {
  readonly type: string;
  readonly key?: string;
  readonly label?: string;
  readonly validate?: {
    readonly required?: boolean;
    readonly min?: number;
    readonly max?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: string;
  };
  readonly values?: readonly { readonly label: string; readonly value: string; readonly [key: string]: unknown }[];
  readonly components?: readonly FormComponent[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface ConnectorDefinition {
  readonly type: string;
  readonly retries: number;
  /** ISO 8601 duration before the first retry; doubles after each */
  readonly backoff: string;
  /** of a process's jobs that wait for the same connector, the higher goes first; 0 when absent */
  readonly priority?: number;
  /** FEEL expressions over the scope's variables */
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  /** FEEL expressions over the connector's result, named `result` */
  readonly outputs: readonly { readonly name: string; readonly value: string }[];
}
