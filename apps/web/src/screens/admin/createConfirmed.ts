import { type Accessor, createSignal } from 'solid-js';
import { queryClient } from '../../api/queryClient.ts';
import { toastError } from '../../ui/index.ts';

/** Something that is done to one row of a list once it has been confirmed. */
export interface Confirmed<Row> {
  /** the row that is asked about, or null */
  readonly chosen: Accessor<Row | null>;
  readonly ask: (row: Row) => void;
  readonly forget: () => void;
  readonly busy: Accessor<boolean>;
  readonly confirm: () => void;
}

/** `work` is done to the row that was confirmed; what it throws is told. Either way the list, `queryKey`, is read anew. */
export function createConfirmed<Row extends object | string>(
  queryKey: readonly unknown[],
  work: (row: Row) => Promise<void>,
): Confirmed<Row> {
  const [chosen, setChosen] = createSignal<Row | null>(null);
  const [busy, setBusy] = createSignal(false);
  const run = async (row: Row) => {
    setBusy(true);
    try {
      await work(row);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
      setChosen(null);
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return {
    chosen,
    ask: (row) => setChosen(() => row),
    forget: () => setChosen(null),
    busy,
    confirm() {
      const row = chosen();
      if (row !== null) void run(row);
    },
  };
}
