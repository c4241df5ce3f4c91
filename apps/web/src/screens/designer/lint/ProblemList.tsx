import type { Problem } from '@dealwright/bpmn/types';
import CircleCheck from 'lucide-solid/icons/circle-check';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { ProblemMark } from '../ProblemMark.tsx';
import { designerTexts as texts } from '../texts.ts';
import type { Lint } from './createLint.ts';

/** All problems, errors first; pressing one selects its element. */
export function ProblemList(props: { lint: Lint; onSelect: (id: string) => void }): JSX.Element {
  const sorted = createMemo(() => errorsFirst(props.lint.problems()));
  return (
    <>
      <Show when={props.lint.failure()}>
        {(reason) => (
          <p role="alert" class="field__error">
            {t(texts.problemsStale, { reason: reason() })}
          </p>
        )}
      </Show>
      <Show
        when={sorted().length > 0}
        fallback={
          <p class="designer__none">
            <CircleCheck size={16} aria-hidden="true" /> {t(texts.problemsNone)}
          </p>
        }
      >
        <ul class="designer__problems">
          <For each={sorted()}>
            {(problem) => (
              <li>
                <button
                  type="button"
                  disabled={problem.elementId === null}
                  onClick={() => problem.elementId !== null && props.onSelect(problem.elementId)}
                >
                  <ProblemMark severity={problem.severity} />
                  <span>{problem.message[language()]}</span>
                  <code>{problem.elementId ?? t(texts.wholeModel)}</code>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  const rank = { error: 0, warning: 1 };
  return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
