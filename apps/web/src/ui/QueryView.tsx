import type { UseQueryResult } from '@tanstack/solid-query';
import { type Accessor, type JSX, Match, Switch } from 'solid-js';
import { ErrorState } from './ErrorState.tsx';
import { SkeletonRows } from './Skeleton.tsx';

/** A query's three faces: its skeleton, its error with retry, its data. Old data stays while new is asked for. */
export function QueryView<Data>(props: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  skeleton?: JSX.Element;
  children: (data: Accessor<NonNullable<Data>>) => JSX.Element;
}) {
  const ready = () => props.query.data ?? undefined;
  return (
    <Switch>
      <Match when={props.query.isPending}>{props.skeleton ?? <SkeletonRows />}</Match>
      <Match when={ready()}>{(data) => props.children(data)}</Match>
      <Match when={props.query.error}>
        <ErrorState error={props.query.error} onRetry={() => void props.query.refetch()} />
      </Match>
    </Switch>
  );
}
