import { problemOf } from './ApiProblem.ts';
import { newCommandId } from './newCommandId.ts';

/**
 * Gives each press of a button its command id, and the same id again when the same input is sent after a lost
 * connection: the server then does it once and answers the same.
 */
export class CommandOnce {
  #pending: { readonly input: string; readonly id: string } | null = null;

  /** Calls with the id for this input. A refusal by the server or a success ends the command. */
  async run<Result>(input: unknown, call: (commandId: string) => Promise<Result>): Promise<Result> {
    const key = JSON.stringify(input);
    const id = this.#pending?.input === key ? this.#pending.id : newCommandId();
    this.#pending = { input: key, id };
    try {
      const result = await call(id);
      this.#pending = null;
      return result;
    } catch (error) {
      if (problemOf(error) !== null) this.#pending = null;
      throw error;
    }
  }
}
