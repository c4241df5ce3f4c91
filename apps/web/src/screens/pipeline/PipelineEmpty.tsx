import { A } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import Columns from 'lucide-solid/icons/square-kanban';
import { Show } from 'solid-js';
import { DemoButton } from '../../demo/DemoButton.tsx';
import { t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { pipelineTexts as texts } from './texts.ts';

/** Why no deal is shown: the filter leaves none, or there is none yet. */
export function NoDeals(props: {
  open: boolean;
  filtered: boolean;
  canStart: boolean;
  onClear: () => void;
  onStart: () => void;
}) {
  return (
    <Show
      when={!props.filtered}
      fallback={
        <EmptyState
          icon={<Columns />}
          title={t(texts.noMatch)}
          text={t(texts.noMatchText)}
          action={<Button onClick={() => props.onClear()}>{t(texts.clear)}</Button>}
        />
      }
    >
      <EmptyState
        icon={<Columns />}
        title={t(texts.noDeals)}
        text={props.open ? t(texts.noDealsText) : t(texts.noClosedText)}
        action={
          <Show when={props.open}>
            <Show when={props.canStart}>
              <Button variant="primary" icon={<Plus />} onClick={() => props.onStart()}>
                {t(texts.start)}
              </Button>
            </Show>
            <DemoButton onlyLoad />
          </Show>
        }
      />
    </Show>
  );
}

/** Nothing can run yet: who may do something about it is told what. */
export function NoProcess() {
  return (
    <EmptyState
      icon={<Columns />}
      title={t(texts.noProcess)}
      text={hasRole('manager', 'admin') ? t(texts.noProcessText) : t(texts.noProcessRep)}
      action={
        <Show when={hasRole('manager', 'admin')}>
          <A class="button button--primary button--md" href="/models">
            {t(texts.toModels)}
          </A>
          <DemoButton onlyLoad />
        </Show>
      }
    />
  );
}
