import type { Execution, ExecutionOptions } from './Execution.ts';
import { PureExecution } from './PureExecution.ts';

/** Makes an empty execution for a case; the case closes it. */
export type OpenExecution = (options: ExecutionOptions) => Promise<Execution>;

export const openPure: OpenExecution = async (options) => new PureExecution(options);
