/** What the process view is narrowed to; it stands in the address, so that a view can be passed on. */
export interface ProcessFilter {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly owner: string;
}

export type Period = 'all' | '30' | '90' | '365' | 'own';

/** The day that many days before; `now` in milliseconds. Answers YYYY-MM-DD in the reader's zone. */
export function daysBefore(now: number, days: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() - days);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Which period the dates of the address stand for. */
export function periodOf(filter: ProcessFilter, now: number): Period {
  if (filter.from === '' && filter.to === '') return 'all';
  if (filter.to !== '') return 'own';
  const known = (['30', '90', '365'] as const).find((days) => filter.from === daysBefore(now, Number(days)));
  return known ?? 'own';
}
