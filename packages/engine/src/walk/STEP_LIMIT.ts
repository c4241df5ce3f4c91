/** How many elements one command may visit before the tokens are held with an incident: an endless loop must not hang the server. */
export const STEP_LIMIT = 100_000;
