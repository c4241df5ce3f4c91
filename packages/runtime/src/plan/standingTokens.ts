import type { State, Token } from '@dealwright/engine';

/** The tokens that stand somewhere; the others only watch for an event at an activity or scope. */
export function standingTokens(state: State): Token[] {
  return state.tokens.filter((token) => token.data?.on === undefined);
}
