/**
 * A token can't go on: thrown inside the walk by whatever finds out, caught where the token's phase is known, and told
 * to the outside as `raiseIncident`. Never leaves `step`.
 */
export class Incident extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Incident';
    this.code = code;
  }
}
