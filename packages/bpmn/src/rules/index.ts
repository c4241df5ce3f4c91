import { activityLoops } from './activityLoops.ts';
import { assignments } from './assignments.ts';
import { boundaryEvents } from './boundaryEvents.ts';
import { callables } from './callables.ts';
import { choreographies } from './choreographies.ts';
import { collaborations } from './collaborations.ts';
import { compensation } from './compensation.ts';
import { conditionalFlows } from './conditionalFlows.ts';
import { correlations } from './correlations.ts';
import { dataAssociations } from './dataAssociations.ts';
import { decisions } from './decisions.ts';
import { dialects } from './dialects.ts';
import { eventContents } from './eventContents.ts';
import { eventData } from './eventData.ts';
import { eventGateways } from './eventGateways.ts';
import { eventMessages } from './eventMessages.ts';
import { eventPlaces } from './eventPlaces.ts';
import { eventReferences } from './eventReferences.ts';
import { expressions } from './expressions.ts';
import { flowEnds } from './flowEnds.ts';
import { flowLists } from './flowLists.ts';
import { formalExpressions } from './formalExpressions.ts';
import { forms } from './forms.ts';
import { gatewayDirections } from './gatewayDirections.ts';
import { gatewayFlows } from './gatewayFlows.ts';
import { ids } from './ids.ts';
import { instantiation } from './instantiation.ts';
import { ioSpecifications } from './ioSpecifications.ts';
import { itemDefinitions } from './itemDefinitions.ts';
import { kpis } from './kpis.ts';
import { labels } from './labels.ts';
import { lanes } from './lanes.ts';
import { linkEvents } from './linkEvents.ts';
import { loops } from './loops.ts';
import { messageFlowEnds } from './messageFlowEnds.ts';
import { messageFlows } from './messageFlows.ts';
import { processKinds } from './processKinds.ts';
import { reachability } from './reachability.ts';
import { referenceTypes } from './referenceTypes.ts';
import { requiredParts } from './requiredParts.ts';
import { resourceRoles } from './resourceRoles.ts';
import type { Rule } from './Rule.ts';
import { scopeContents } from './scopeContents.ts';
import { scopeStarts } from './scopeStarts.ts';
import { scripts } from './scripts.ts';
import { sequenceFlows } from './sequenceFlows.ts';
import { sla } from './sla.ts';
import { soundness } from './soundness.ts';
import { stages } from './stages.ts';
import { startAndEndEvents } from './startAndEndEvents.ts';
import { taskOperations } from './taskOperations.ts';
import { tasks } from './tasks.ts';
import { textFormats } from './textFormats.ts';
import { uris } from './uris.ts';

/** Every rule, BPMN's first, then our own. A new rule is a file here and a line in this list. */
export const RULES: readonly Rule[] = [
  ids,
  referenceTypes,
  requiredParts,
  formalExpressions,
  processKinds,
  scopeContents,
  sequenceFlows,
  flowLists,
  flowEnds,
  conditionalFlows,
  messageFlows,
  messageFlowEnds,
  collaborations,
  choreographies,
  correlations,
  scopeStarts,
  startAndEndEvents,
  boundaryEvents,
  compensation,
  eventGateways,
  instantiation,
  eventPlaces,
  eventContents,
  eventMessages,
  eventReferences,
  eventData,
  linkEvents,
  gatewayFlows,
  gatewayDirections,
  activityLoops,
  taskOperations,
  callables,
  ioSpecifications,
  itemDefinitions,
  dataAssociations,
  resourceRoles,
  scripts,
  textFormats,
  uris,
  expressions,
  reachability,
  loops,
  soundness,
  tasks,
  decisions,
  stages,
  sla,
  kpis,
  forms,
  lanes,
  labels,
  assignments,
  dialects,
];
