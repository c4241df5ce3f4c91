export * from './calendars.ts';
export { findCommand, type LoggedCommand } from './findCommand.ts';
export { findDeployment, latestDeploymentId, type DeploymentRow } from './findDeployment.ts';
export { type Completion, findCompletion, findTask, type TaskRow } from './findTask.ts';
export * from './jobs.ts';
export { loadInstances, type LoadedRow, type OpenTaskFacts } from './loadInstances.ts';
export { lockInstance, type InstanceRow } from './lockInstance.ts';
export { logCommand } from './logCommand.ts';
export { setAssignee, setOffered } from './setAssignee.ts';
