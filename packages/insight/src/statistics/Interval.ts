/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 97.5 % point of the standard normal distribution: what cuts 2.5 % off each end */
export const Z = 1.959963984540054;
