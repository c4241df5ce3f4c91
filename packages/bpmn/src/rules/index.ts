import { assignments } from './assignments.ts';
import { boundaryEvents } from './boundaryEvents.ts';
import { dialects } from './dialects.ts';
import { eventContents } from './eventContents.ts';
import { eventGateways } from './eventGateways.ts';
import { eventPlaces } from './eventPlaces.ts';
import { expressions } from './expressions.ts';
import { forms } from './forms.ts';
import { gatewayFlows } from './gatewayFlows.ts';
import { ids } from './ids.ts';
import { kpis } from './kpis.ts';
import { labels } from './labels.ts';
import { lanes } from './lanes.ts';
import { linkEvents } from './linkEvents.ts';
import { loops } from './loops.ts';
import { messageFlows } from './messageFlows.ts';
import { reachability } from './reachability.ts';
import { referenceTypes } from './referenceTypes.ts';
import type { Rule } from './Rule.ts';
import { scopeStarts } from './scopeStarts.ts';
import { sequenceFlows } from './sequenceFlows.ts';
import { sla } from './sla.ts';
import { stages } from './stages.ts';
import { startAndEndEvents } from './startAndEndEvents.ts';
import { tasks } from './tasks.ts';

/** Every rule, BPMN's first, then our own. A new rule is a file here and a line in this list. */
export const RULES: readonly Rule[] = [
  ids,
  referenceTypes,
  sequenceFlows,
  messageFlows,
  scopeStarts,
  startAndEndEvents,
  boundaryEvents,
  eventGateways,
  eventPlaces,
  eventContents,
  linkEvents,
  gatewayFlows,
  expressions,
  reachability,
  loops,
  tasks,
  stages,
  sla,
  kpis,
  forms,
  lanes,
  labels,
  assignments,
  dialects,
];
