import { useParams } from '@solidjs/router';
import { createResource, type JSX, Match, Show, Switch } from 'solid-js';
import { api } from '../../api/index.ts';
import { hasRole } from '../../session/index.ts';
import { ErrorState, SkeletonRows } from '../../ui/index.ts';
import { Designer } from './Designer.tsx';
import { ReadOnlyModel } from './ReadOnlyModel.tsx';
import { hasRoomToDraw } from './hasRoomToDraw.ts';
import './designer.css';

/**
 * Opens a model to draw. It is asked for once and not through the cache of queries: what comes in from outside while
 * someone draws must not take the place of the drawing.
 */
export default function DesignerScreen(): JSX.Element {
  const params = useParams<{ id: string }>();
  const [model, { refetch }] = createResource(
    () => params.id,
    (id) => api.model.get.query({ id }),
  );
  const room = hasRoomToDraw();
  return (
    <Switch fallback={<SkeletonRows />}>
      <Match when={model.error as unknown}>
        {(error) => <ErrorState error={error()} onRetry={() => void refetch()} />}
      </Match>
      <Match when={model.state === 'ready' && model.latest}>
        {(opened) => (
          <Show when={room && hasRole('manager')} fallback={<ReadOnlyModel model={opened()} narrow={!room} />}>
            <Show when={opened()} keyed>
              {(now) => <Designer model={now} reload={() => void refetch()} />}
            </Show>
          </Show>
        )}
      </Match>
    </Switch>
  );
}
