/** How many elements one command may visit before the tokens are held with an incident: an endless loop must not hang the server. */
export const STEP_LIMIT = 100_000;

/** How many tokens one instance may have. Beyond it the drawing multiplies them without end, and no one could work on the tasks. */
export const TOKEN_LIMIT = 10_000;

/** How many tokens the step limit may hold with an incident each; with more, the command is refused as a whole. */
export const HELD_LIMIT = 100;
