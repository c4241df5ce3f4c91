import { For } from 'solid-js';
import './Skeleton.css';

/** A grey bar where a text will stand, so that nothing jumps when it comes. */
export function Skeleton(props: { width?: string; height?: string }) {
  return <span class="skeleton" style={{ width: props.width ?? '100%', height: props.height ?? '12px' }} />;
}

/** Several rows that are still to come. */
export function SkeletonRows(props: { rows?: number; height?: string }) {
  return (
    <div class="skeleton-rows" aria-hidden="true">
      <For each={Array.from({ length: props.rows ?? 6 })}>{() => <Skeleton height={props.height ?? '44px'} />}</For>
    </div>
  );
}
