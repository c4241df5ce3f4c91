let last: string | null = null;

/** Keeps the pipeline's address with its filter while one looks at a deal. */
export function rememberPipeline(search: string): void {
  last = `/pipeline${search}`;
}

/** Where a deal's "back" leads: the pipeline as it was left, or the deal's process when it was not come from. */
export function pipelineAddress(processId: string): string {
  return last ?? `/pipeline?process=${encodeURIComponent(processId)}`;
}
