export { eachDatabase, type Open } from './eachDatabase.ts';
export { insertDeployment, planFor } from './planFor.ts';
export { emptyTables } from './emptyTables.ts';
export { urlOf } from './urlOf.ts';
export { openProxy } from './openProxy.ts';
