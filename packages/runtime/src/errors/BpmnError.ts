/**
 * Thrown by a connector for an outcome that the drawing deals with: it is caught by an error boundary event or event
 * subprocess of this code, and is not retried. Any other error is a fault, and is.
 */
export class BpmnError extends Error {
  readonly code: string;

  constructor(code: string, message: string = '') {
    super(message);
    this.name = 'BpmnError';
    this.code = code;
  }
}
