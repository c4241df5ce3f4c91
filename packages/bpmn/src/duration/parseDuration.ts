/** An ISO 8601 duration in its calendar parts; seconds may be fractional. */
export interface Duration {
  readonly negative: boolean;
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const PATTERN =
  /^(-)?P(?=\d|T\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,10}(?:[.,]\d{1,3})?)S)?)?$/;

/** Reads "P3D", "PT8H", "P1Y2M", "P2W"; null for anything else. Weeks may stand beside other parts. */
export function parseDuration(iso: string): Duration | null {
  const match = PATTERN.exec(iso.trim());
  if (!match) return null;
  const part = (group: number): number => Number((match[group] ?? '0').replace(',', '.'));
  return {
    negative: match[1] === '-',
    years: part(2),
    months: part(3),
    weeks: part(4),
    days: part(5),
    hours: part(6),
    minutes: part(7),
    seconds: part(8),
  };
}
