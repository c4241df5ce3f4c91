import type { ModelDetail } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createSignal, type JSX, Show } from 'solid-js';
import { Diagram } from '../../diagram/Diagram.tsx';
import { t } from '../../i18n/index.ts';
import { Badge, PageHeader } from '../../ui/index.ts';
import { designerTexts as texts } from './texts.ts';

/** A draft to look at: on a narrow screen, or for someone who does not draw. */
export function ReadOnlyModel(props: { model: ModelDetail; narrow: boolean }): JSX.Element {
  const [selected, setSelected] = createSignal<string | null>(null);
  return (
    <>
      <PageHeader
        title={props.model.name}
        before={
          <A href="/models" class="button button--ghost button--sm icon-button" aria-label={t(texts.back)}>
            <ArrowLeft aria-hidden="true" />
          </A>
        }
        actions={<Badge>{t(texts.readOnly)}</Badge>}
      />
      <div class="designer__read">
        <Show when={props.narrow}>
          <p class="muted">{t(texts.narrow)}</p>
        </Show>
        <Diagram
          xml={props.model.xml}
          label={t(texts.canvas, { name: props.model.name })}
          selected={selected()}
          onSelect={setSelected}
          class="designer__read-diagram"
        />
      </div>
    </>
  );
}
