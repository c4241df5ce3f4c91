import type { Message } from '@dealwright/bpmn';

/**
 * Thrown by a connector for a failure that may be gone the next time: it is tried again, as after any other error, but
 * not before `afterMs` milliseconds have passed, when the other side has asked for a pause. After the last attempt the
 * incident says `text`.
 */
export class AttemptFailed extends Error {
  readonly code: string;
  readonly text: Message;
  readonly afterMs: number | null;

  constructor(code: string, text: Message, afterMs: number | null = null) {
    super(text.en);
    this.name = 'AttemptFailed';
    this.code = code;
    this.text = text;
    this.afterMs = afterMs;
  }
}
