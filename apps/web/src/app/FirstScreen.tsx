import { Navigate } from '@solidjs/router';
import { hasRole } from '../session/index.ts';

/** A rep starts at the worklist, a manager at the pipeline, an admin at administration. */
export function FirstScreen() {
  return <Navigate href={firstPath()} />;
}

function firstPath(): string {
  if (hasRole('rep') && !hasRole('manager')) return '/worklist';
  return hasRole('manager') ? '/pipeline' : '/admin';
}
