import { planBetsy } from './betsy/planBetsy.ts';
import type { PlannedCase } from './PlannedCase.ts';
import type { Suite } from './readArguments.ts';
import { planScenarios } from './tokenSimulation/planScenarios.ts';

const PLANS: Readonly<Record<Suite, (dir: string) => Promise<readonly PlannedCase[]>>> = {
  betsy: planBetsy,
  'token-simulation': planScenarios,
};

/** The cases of a suite's folder, in their order. Throws a `UsageError` when the folder can't be used. */
export function planSuite(suite: Suite, dir: string): Promise<readonly PlannedCase[]> {
  return PLANS[suite](dir);
}
