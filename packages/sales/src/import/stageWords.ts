const WON = new Set(['won', 'closed won', '赢单', '成交']);
const LOST = new Set(['lost', 'closed lost', '输单', '丢单']);

/** Whether a stage word of an export says that the deal was won. */
export function isWon(stage: string): boolean {
  return WON.has(stage.toLowerCase());
}

/** Whether a stage word of an export says that the deal was lost. */
export function isLost(stage: string): boolean {
  return LOST.has(stage.toLowerCase());
}

/** Neither won nor lost: the deal is still being worked on. */
export function isLive(stage: string): boolean {
  return !isWon(stage) && !isLost(stage);
}
