/** A job can't succeed however often it is tried: it becomes an incident at once. */
export class JobFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'JobFault';
    this.code = code;
  }
}
