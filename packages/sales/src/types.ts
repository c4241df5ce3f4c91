// What the screens see of sales, without the code behind it: the API's contract hands these on to the browser.
export type * from './board/DealCard.ts';
export type { DealStatus } from './deals/dealStatus.ts';
export type * from './deals/DealDetail.ts';
export type { MoveTarget } from './deals/moveTargets.ts';
export type { Startable } from './deals/startableAt.ts';
export type * from './deals/TimelineEntry.ts';
export type { ExportFile } from './import/CrmExport.ts';
export type { DirtFinding, DirtRow, DirtSummary } from './import/dirt/Dirt.ts';
export type * from './import/ImportMapping.ts';
export type * from './import/ImportReport.ts';
export type * from './Page.ts';
export type { PersonRef, PersonRow, Role } from './people/Person.ts';
export * from './worklist/TaskRow.ts';
