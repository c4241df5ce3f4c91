import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router';
import { createEffect, onCleanup, Show } from 'solid-js';
import { followChanges } from '../api/live.ts';
import { me } from '../session/index.ts';
import { Shell } from './Shell.tsx';

/** Everything behind the sign-in; an address asked for without a session is kept and opened after it. */
export function SignedIn(props: RouteSectionProps) {
  const location = useLocation();
  createEffect(() => {
    if (me()) onCleanup(followChanges());
  });
  return (
    <Show when={me()} fallback={<Navigate href={signInPath(location.pathname + location.search)} />}>
      <Shell>{props.children}</Shell>
    </Show>
  );
}

function signInPath(wanted: string): string {
  return wanted === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(wanted)}`;
}
