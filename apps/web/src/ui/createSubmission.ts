import { type Accessor, createSignal } from 'solid-js';

export interface Submission {
  readonly busy: Accessor<boolean>;
  /** what the last attempt failed of; null when it did not, or while it is under way */
  readonly failure: Accessor<unknown>;
  /** what a form's `onSubmit` calls */
  readonly submit: (event: SubmitEvent) => void;
}

/** A form that is sent: `work` does it, and throws what the form is to show. */
export function createSubmission(work: () => Promise<void>): Submission {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure,
    submit(event) {
      event.preventDefault();
      void run();
    },
  };
}
