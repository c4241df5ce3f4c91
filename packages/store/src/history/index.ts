export { exportHistory, type ExportOptions } from './exportHistory.ts';
export { COMMAND_DAYS, forgetOld } from './forgetOld.ts';
export { makePartitions } from './makePartitions.ts';
export { analyzeHistory, pruneHistory, type Pruned, type PruneOptions } from './pruneHistory.ts';
export { AUDIT, type KeptFor, processSubject, readRetention, setRetention } from './retention.ts';
