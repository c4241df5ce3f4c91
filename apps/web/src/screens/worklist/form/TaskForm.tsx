import type { FormError } from '@dealwright/api/contract';
import type { FormSchema } from '@dealwright/bpmn';
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { language } from '../../../i18n/index.ts';
import { ErrorState, SkeletonRows } from '../../../ui/index.ts';
import type { FormValues, OpenForm } from './openForm.ts';
import './TaskForm.css';

/** What the task pane asks of its form. */
export interface TaskFormHandle {
  submit(): { readonly values: FormValues; readonly errorCount: number };
  refuse(errors: readonly FormError[]): readonly string[];
  focusFirst(invalidOnly: boolean): void;
}

/** The task's form in the reader's language; its library is fetched only when a form is shown. */
export function TaskForm(props: {
  schema: FormSchema;
  values: Readonly<FormValues>;
  readOnly: boolean;
  onChange: (values: FormValues) => void;
  onReady: (handle: TaskFormHandle) => void;
}) {
  const container = (<div class="task-form__fields" />) as HTMLDivElement;
  const [form, setForm] = createSignal<OpenForm | null>(null);
  const [ready, setReady] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>(null);
  let gone = false;

  const open = async () => {
    setFailure(null);
    try {
      const { openForm } = await import('./openForm.ts');
      if (gone) return;
      const opened = openForm(container, props.schema, props.values, (values) => props.onChange(values));
      setForm(opened);
      await opened.show(language());
      opened.setReadOnly(props.readOnly);
      setReady(true);
      props.onReady({
        submit: () => opened.submit(),
        refuse: (errors) => opened.refuse(errors, language()),
        focusFirst: (invalidOnly) => opened.focusFirst(invalidOnly),
      });
    } catch (error) {
      setFailure(error);
    }
  };
  onMount(() => void open());
  onCleanup(() => {
    gone = true;
    form()?.destroy();
  });
  // Each time the form is told, it draws its fields anew from what it holds, without the letters typed last. The task is
  // read again whenever anything changes: only a real change may get through.
  const readOnly = createMemo(() => props.readOnly);
  createEffect(on(readOnly, (value) => form()?.setReadOnly(value), { defer: true }));
  createEffect(on(language, (next) => void form()?.show(next), { defer: true }));

  return (
    <div class="task-form">
      <Show when={failure() !== null}>
        <ErrorState error={failure()} onRetry={() => void open()} />
      </Show>
      <Show when={!ready() && failure() === null}>
        <SkeletonRows rows={4} height="48px" />
      </Show>
      <div classList={{ 'task-form__waiting': !ready() }}>{container}</div>
    </div>
  );
}
