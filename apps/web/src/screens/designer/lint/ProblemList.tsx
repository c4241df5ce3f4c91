import type { Problem } from '@dealwright/bpmn/types';
import CircleCheck from 'lucide-solid/icons/circle-check';
import { createMemo, Index, type JSX, Show } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import { ProblemMark } from '../ProblemMark.tsx';
import { designerTexts as texts } from '../texts.ts';
import type { Lint } from './createLint.ts';

const TRANSLATION = new Set(['label-missing', 'form-label-missing', 'playbook-missing']);

/** All problems in groups, errors first; pressing one selects its element. */
export function ProblemList(props: { lint: Lint; onSelect: (id: string) => void }): JSX.Element {
  const groups = createMemo(() => groupsOf(props.lint.problems()));
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
        when={groups().length > 0}
        fallback={
          <p class="designer__none">
            <CircleCheck size={16} aria-hidden="true" /> {t(texts.problemsNone)}
          </p>
        }
      >
        {/* Index, not For: every check makes the list anew, and the focus must stay where it was. */}
        <Index each={groups()}>
          {(group) => (
            <section class="designer__problems" aria-label={t(group().title)}>
              <h3>
                <ProblemMark severity={group().severity} /> {t(group().title)}{' '}
                <span class="muted">{group().problems.length}</span>
              </h3>
              <ul>
                <Index each={group().problems}>
                  {(problem) => (
                    <li>
                      <button
                        type="button"
                        disabled={problem().elementId === null}
                        onClick={() => {
                          const id = problem().elementId;
                          if (id !== null) props.onSelect(id);
                        }}
                      >
                        <span>{problem().message[language()]}</span>
                        <code>{problem().elementId ?? t(texts.wholeModel)}</code>
                      </button>
                    </li>
                  )}
                </Index>
              </ul>
            </section>
          )}
        </Index>
      </Show>
    </>
  );
}

/** What stops a deployment, what is worth a look, and the texts that wait for a translator. */
function groupsOf(problems: readonly Problem[]) {
  const isTranslation = (problem: Problem) => TRANSLATION.has(problem.rule);
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  return [
    {
      severity: 'error' as const,
      title: texts.errors,
      problems: problems.filter((problem) => problem.severity === 'error'),
    },
    { severity: 'warning' as const, title: texts.warnings, problems: warnings.filter((one) => !isTranslation(one)) },
    { severity: 'warning' as const, title: texts.translations, problems: warnings.filter(isTranslation) },
  ].filter((group) => group.problems.length > 0);
}
