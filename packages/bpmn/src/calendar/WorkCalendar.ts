/** Part of a day, local times "HH:MM"; "24:00" is its end. */
export type Hours = readonly [from: string, to: string];

/** When people work. */
export interface WorkCalendar {
  /** IANA, e.g. "Asia/Shanghai" */
  readonly timeZone: string;
  /** Monday first, seven; a day's hours in order, without overlap; none: a day off */
  readonly week: readonly (readonly Hours[])[];
  /** days off whatever the week says, "YYYY-MM-DD" */
  readonly holidays: readonly string[];
  /**
   * Days that are worked whatever the week says, "YYYY-MM-DD", as in China a Saturday makes up for a bridge day. They
   * have the hours of the first day of the week that has some.
   */
  readonly workdays: readonly string[];
}

/** In a drawing, `dw:calendar="always"`: time counts around the clock, whatever the process's calendar is. */
export const ALWAYS = 'always';
