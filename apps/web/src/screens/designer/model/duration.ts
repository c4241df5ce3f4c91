export const DURATION_UNITS = ['minutes', 'hours', 'days', 'weeks'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface SimpleDuration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const SIMPLE = /^P(?:(\d+)W|(\d+)D|T(\d+)H|T(\d+)M)$/;

/** An ISO 8601 duration of one unit as number and unit; null for any other text. */
export function parseSimpleDuration(text: string): SimpleDuration | null {
  const match = SIMPLE.exec(text.trim());
  if (!match) return null;
  const [, weeks, days, hours, minutes] = match;
  if (weeks !== undefined) return { amount: Number(weeks), unit: 'weeks' };
  if (days !== undefined) return { amount: Number(days), unit: 'days' };
  if (hours !== undefined) return { amount: Number(hours), unit: 'hours' };
  return { amount: Number(minutes), unit: 'minutes' };
}

/** Number and unit as an ISO 8601 duration. */
export function formatSimpleDuration({ amount, unit }: SimpleDuration): string {
  if (unit === 'weeks') return `P${amount}W`;
  if (unit === 'days') return `P${amount}D`;
  return unit === 'hours' ? `PT${amount}H` : `PT${amount}M`;
}
