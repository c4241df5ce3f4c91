import { keepInView } from './bpmn/keepInView.ts';
import type { ModelDetail } from '@dealwright/api/contract';
import { createEffect, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { labelOf, language, t } from '../../i18n/index.ts';
import { openModeler } from './bpmn/openModeler.ts';
import type { DesignerModeler } from './bpmn/Services.ts';
import { DesignerBoard } from './DesignerBoard.tsx';
import { designerTexts as texts } from './texts.ts';

/** The drawing board of one model: opens bpmn-js, draws the draft, then hands over to the board around it. */
export function Designer(props: { model: ModelDetail; reload: () => void }): JSX.Element {
  let canvas!: HTMLDivElement;
  const [modeler, setModeler] = createSignal<DesignerModeler | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  let gone = false;
  const open = async () => {
    const opened = await openModeler(canvas);
    if (gone) return opened.destroy();
    await opened.importXML(props.model.xml);
    keepInView(opened);
    setModeler(opened);
    return undefined;
  };
  onMount(() => {
    open().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  });
  onCleanup(() => {
    gone = true;
    modeler()?.destroy();
  });
  createEffect(() => {
    language();
    const opened = modeler();
    if (!opened) return;
    opened.get('popupMenu').close();
    opened.get('eventBus').fire('i18n.changed', {});
    // Names are drawn in the language one works in; no command, so undo knows nothing of it.
    opened.get('eventBus').fire('elements.changed', { elements: opened.get('elementRegistry').getAll() });
  });
  const surface = (
    <div class="designer__surface">
      <div
        ref={(element) => (canvas = element)}
        class="designer__canvas"
        role="application"
        aria-label={t(texts.canvas, { name: labelOf(props.model.labels, props.model.name) })}
      />
      <Show when={failure()}>
        {(reason) => (
          <p class="designer__note" role="alert">
            {t(texts.cannotOpen, { reason: reason() })}
          </p>
        )}
      </Show>
      <Show when={!modeler() && !failure()}>
        <p class="designer__note" role="status">
          {t(texts.loading)}
        </p>
      </Show>
    </div>
  );
  return (
    <div class="designer dw-designer">
      <Show when={modeler()} fallback={surface}>
        {(opened) => <DesignerBoard model={props.model} modeler={opened()} reload={props.reload} surface={surface} />}
      </Show>
    </div>
  );
}
