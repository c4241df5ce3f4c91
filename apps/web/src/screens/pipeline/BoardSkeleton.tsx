import { For } from 'solid-js';
import { Skeleton } from '../../ui/index.ts';

/** The board's shape while its deals come. */
export function BoardSkeleton() {
  return (
    <div class="board" aria-hidden="true">
      <For each={[5, 4, 3, 4, 2]}>
        {(cards) => (
          <div class="board__column">
            <div class="board__head">
              <Skeleton width="60%" height="16px" />
            </div>
            <div class="board__cards">
              <For each={Array.from({ length: cards })}>{() => <Skeleton height="86px" />}</For>
            </div>
          </div>
        )}
      </For>
    </div>
  );
}
