import type { FormSchema } from '@dealwright/bpmn/types';
import { createEffect, createSignal, type JSX, on, onCleanup, Show } from 'solid-js';
import { language, t } from '../../../i18n/index.ts';
import type { OpenForm } from '../../worklist/form/openForm.ts';
import { panelTexts as texts } from './texts.ts';

/** The form as a rep will see it. The viewer is loaded when the preview is opened. */
export function FormPreview(props: { schema: FormSchema }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  return (
    <details class="designer__preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(texts.preview)}</summary>
      <Show when={open()}>
        <PreviewBody schema={props.schema} />
      </Show>
    </details>
  );
}

function PreviewBody(props: { schema: FormSchema }): JSX.Element {
  const [container, setContainer] = createSignal<HTMLElement>();
  const [failure, setFailure] = createSignal<string | null>(null);
  let shown: OpenForm | null = null;
  let round = 0;
  const draw = async (place: HTMLElement, schema: FormSchema, at: 'zh' | 'en') => {
    const mine = ++round;
    const { openForm } = await import('../../worklist/form/openForm.ts');
    if (mine !== round) return;
    shown?.destroy();
    shown = openForm(place, schema, {}, () => {});
    await shown.show(at);
    setFailure(null);
  };
  createEffect(
    on([container, () => props.schema, language], ([place, schema, at]) => {
      if (!place) return;
      draw(place, schema, at).catch((error: unknown) =>
        setFailure(error instanceof Error ? error.message : String(error)),
      );
    }),
  );
  onCleanup(() => {
    round += 1;
    shown?.destroy();
  });
  return (
    <>
      <div ref={setContainer} />
      <Show when={failure()}>
        {(reason) => (
          <p role="alert" class="field__error">
            {t(texts.formUnreadable, { reason: reason() })}
          </p>
        )}
      </Show>
    </>
  );
}
