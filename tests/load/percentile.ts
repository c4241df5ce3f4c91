/** The figure below which so many of them lie (`part`: 0.99); NaN of none. */
export function percentile(figures: readonly number[], part: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * part)] ?? Number.NaN;
}
