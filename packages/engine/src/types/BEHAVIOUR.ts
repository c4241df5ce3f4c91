/**
 * The version of the executor's semantics that a new instance starts under, kept in `State.v`. Raised when a release
 * changes what a drawn element means, so that running instances can go on under the rules they started with: `rulesOf`
 * says what each version does differently.
 */
export const BEHAVIOUR = 2;
