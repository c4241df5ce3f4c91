import type { State, Token } from '@dealwright/engine';

/**
 * The tokens that stand somewhere, which is where an instance is. The others only keep the executor's books: they watch
 * for an event at an activity or scope, stand for a repeated activity as a whole (its instances are tokens of their
 * own), wait for their start quantity, hold a completed subprocess open for its compensation, or carry out a
 * compensation that nobody waits for.
 */
export function standingTokens(state: State): Token[] {
  return state.tokens.filter(stands);
}

function stands({ data }: Token): boolean {
  if (!data) return true;
  return (
    data.on === undefined &&
    data.loop === undefined &&
    data.gathering === undefined &&
    data.reopened === undefined &&
    data.afterwards !== 'end'
  );
}
