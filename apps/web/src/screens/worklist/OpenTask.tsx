import type { CompleteResult } from '@dealwright/api/contract';
import { api, keys, useQuery } from '../../api/index.ts';
import { QueryView } from '../../ui/index.ts';
import { TaskPane } from './TaskPane.tsx';

/**
 * The task of an ID, read from the server. It asks for this one task as long as it lives: a query that goes from one
 * task to the next answers with the one before for a moment, and what is pressed then would be done to that one.
 */
export function OpenTask(props: {
  /** stays the same as long as this is shown */
  id: string;
  onBack: () => void;
  onCompleted: (result: CompleteResult) => void;
  registerFocus: (focus: () => void) => void;
}) {
  const id = props.id;
  const task = useQuery(() => ({ queryKey: keys.task(id), queryFn: () => api.task.get.query({ id }) }));
  return (
    <QueryView query={task}>
      {(detail) => (
        <TaskPane
          task={detail()}
          onBack={props.onBack}
          onCompleted={props.onCompleted}
          registerFocus={props.registerFocus}
        />
      )}
    </QueryView>
  );
}
