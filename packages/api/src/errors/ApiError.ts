import type { ApiProblem } from '../contract/index.ts';

/** The HTTP statuses that a refused call can have, as tRPC names them. */
export type Refusal =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNPROCESSABLE_CONTENT'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

/** A refusal that a person may read: carries the problem as it goes over the wire. */
export class ApiError extends Error {
  readonly refusal: Refusal;
  readonly problem: ApiProblem;

  constructor(refusal: Refusal, problem: ApiProblem, options?: ErrorOptions) {
    super(problem.message.en, options);
    this.name = 'ApiError';
    this.refusal = refusal;
    this.problem = problem;
  }
}
