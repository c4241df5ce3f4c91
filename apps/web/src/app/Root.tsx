import type { RouteSectionProps } from '@solidjs/router';
import { createResource, ErrorBoundary, Match, Suspense, Switch } from 'solid-js';
import { loadSession } from '../session/index.ts';
import { ErrorState, ToastRegion } from '../ui/index.ts';
import { ScreenSkeleton } from './ScreenSkeleton.tsx';

/** Knows who is there before any screen is drawn. */
export function Root(props: RouteSectionProps) {
  const [session, { refetch }] = createResource(() => loadSession().then(() => true));
  return (
    <ErrorBoundary fallback={(error, reset) => <ErrorState error={error} onRetry={reset} />}>
      <Switch fallback={<ScreenSkeleton />}>
        <Match when={session.error as unknown}>
          {(error) => <ErrorState error={error()} onRetry={() => void refetch()} />}
        </Match>
        <Match when={session.state === 'ready'}>
          <Suspense fallback={<ScreenSkeleton />}>{props.children}</Suspense>
        </Match>
      </Switch>
      <ToastRegion />
    </ErrorBoundary>
  );
}
