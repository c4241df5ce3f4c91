import type { CompleteResult, FormError, TaskDetail } from '@dealwright/api/contract';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import Check from 'lucide-solid/icons/check';
import Hand from 'lucide-solid/icons/hand';
import Undo from 'lucide-solid/icons/undo-2';
import Forward from 'lucide-solid/icons/forward';
import { createSignal, onCleanup, Show } from 'solid-js';
import { api, CommandOnce, isProblem, messageOf, problemOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { me } from '../../session/index.ts';
import { Badge, Button, IconButton, Kbd, toast, toastError, turnName, useShortcuts } from '../../ui/index.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { DraftLine } from './DraftLine.tsx';
import { DraftSaver, type DraftState } from './DraftSaver.ts';
import { DueBadge } from './DueBadge.tsx';
import { TaskForm, type TaskFormHandle } from './form/TaskForm.tsx';
import type { FormValues } from './form/openForm.ts';
import { TaskFacts } from './TaskFacts.tsx';
import { TaskStanding } from './TaskStanding.tsx';
import { worklistTexts as texts } from './texts.ts';

/** A second press of a double click, or of a key, comes within this time: it must not complete the task that follows. */
const REST_MS = 500;
/** When the last task was completed here, on the clock of `performance.now`. */
let completedAt = Number.NEGATIVE_INFINITY;

/** One task: what it is, the form, the facts, and what one can do with it. Lives as long as the task is open. */
export function TaskPane(props: {
  task: TaskDetail;
  onBack: () => void;
  onCompleted: (result: CompleteResult) => void;
  registerFocus: (focus: () => void) => void;
}) {
  const id = props.task.id;
  // What the server sends after each autosave must not overwrite what is being typed.
  const firstValues = props.task.values;
  const once = new CommandOnce();
  const [draft, setDraft] = createSignal<DraftState>({ kind: 'idle' });
  const [busy, setBusy] = createSignal<'claim' | 'release' | 'complete' | null>(null);
  const [assigning, setAssigning] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const [form, setForm] = createSignal<TaskFormHandle | null>(null);
  const toRest = completedAt + REST_MS - performance.now();
  const [rested, setRested] = createSignal(toRest <= 0);
  const resting = setTimeout(() => setRested(true), toRest);
  onCleanup(() => clearTimeout(resting));
  /** Before that, a press would be for the task before this one, or would leave out what the form holds. */
  const ready = () => rested() && (props.task.form === null || form() !== null);
  const drafts = new DraftSaver<FormValues>(
    (values) => api.task.saveDraft.mutate({ id, values: values as never }),
    setDraft,
  );
  onCleanup(() => void drafts.flush());

  const refresh = () => queryClient.invalidateQueries({ queryKey: ['task'] });
  const act = async (kind: 'claim' | 'release', done: string) => {
    setBusy(kind);
    try {
      await api.task[kind].mutate({ id });
      toast({ text: done, tone: 'good' });
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(null);
      void refresh();
    }
  };
  const complete = async () => {
    if (busy() !== null || !props.task.canComplete || !ready()) return;
    const filled = form()?.submit() ?? { values: {}, errorCount: 0 };
    if (filled.errorCount > 0) {
      setRefusal(t(texts.formInvalid, { count: filled.errorCount }));
      form()?.focusFirst(true);
      return;
    }
    setRefusal(null);
    setBusy('complete');
    try {
      const send = (commandId: string) => api.task.complete.mutate({ id, values: filled.values as never, commandId });
      const result = await once.run(filled.values, send);
      drafts.close();
      completedAt = performance.now();
      const name = labelOf(props.task.labels, props.task.name);
      toast({ text: t(result.finished ? texts.processEnded : texts.completed, { name }), tone: 'good' });
      props.onCompleted(result);
    } catch (error) {
      if (isProblem(error, 'form-invalid')) showFormErrors(error);
      else {
        setRefusal(messageOf(error));
        void refresh();
      }
    } finally {
      setBusy(null);
    }
  };
  const showFormErrors = (error: unknown) => {
    const errors = (problemOf(error)?.details ?? []) as readonly FormError[];
    const elsewhere = form()?.refuse(errors) ?? [];
    setRefusal([messageOf(error), ...elsewhere].join(' '));
    form()?.focusFirst(true);
  };
  useShortcuts(() => ({
    ...(props.task.canClaim ? { c: () => void act('claim', t(texts.claimed)) } : {}),
    ...(props.task.canAssign ? { a: () => setAssigning(true) } : {}),
    // a key held down completes one task, not one after another
    ...(props.task.canComplete ? { e: (event: KeyboardEvent) => void (event.repeat || complete()) } : {}),
  }));
  props.registerFocus(() => form()?.focusFirst(false));
  const isMine = () => props.task.assignee !== null && props.task.assignee.id === me()?.id;

  return (
    <article class="task-pane" classList={{ 'task-pane--ready': ready() }}>
      <header class="task-pane__head">
        <div class="task-pane__back">
          <IconButton label={t(texts.back)} icon={<ArrowLeft />} onClick={() => props.onBack()} />
        </div>
        <div class="task-pane__titles">
          <p class="task-pane__process">
            {labelOf(props.task.processLabels, props.task.processName)} ·{' '}
            {t(texts.version, { count: props.task.version })}
          </p>
          <h2 class="task-pane__name">{turnName(labelOf(props.task.labels, props.task.name), props.task)}</h2>
          <div class="task-pane__meta">
            <Show when={props.task.status === 'open'}>
              <DueBadge dueAt={props.task.dueAt} />
            </Show>
            <Show when={props.task.stage}>
              {(stage) => <Badge tone="accent">{labelOf(stage().labels, stage().id)}</Badge>}
            </Show>
            <span class="muted">{props.task.assignee?.name ?? t(texts.unassigned)}</span>
          </div>
        </div>
        <div class="task-pane__actions">
          <Show when={props.task.canClaim}>
            <Button
              variant={props.task.canComplete ? 'secondary' : 'primary'}
              icon={<Hand />}
              busy={busy() === 'claim'}
              onClick={() => void act('claim', t(texts.claimed))}
            >
              {t(texts.claim)}
            </Button>
          </Show>
          <Show when={props.task.status === 'open' && isMine()}>
            <IconButton
              label={t(texts.release)}
              icon={<Undo />}
              busy={busy() === 'release'}
              onClick={() => void act('release', t(texts.released))}
            />
          </Show>
          <Show when={props.task.canAssign}>
            <IconButton label={t(texts.assign)} shortcut="A" icon={<Forward />} onClick={() => setAssigning(true)} />
          </Show>
        </div>
      </header>
      <div class="task-pane__scroll">
        <div class="task-pane__body">
          <div class="task-pane__form">
            <TaskStanding task={props.task} />
            <Show when={props.task.form} fallback={<p class="muted">{t(texts.noForm)}</p>}>
              {(schema) => (
                <TaskForm
                  schema={schema()}
                  values={firstValues}
                  readOnly={!props.task.canComplete}
                  onChange={(values) => {
                    setRefusal(null);
                    if (props.task.canComplete) drafts.change(values);
                  }}
                  onReady={setForm}
                />
              )}
            </Show>
          </div>
          <TaskFacts task={props.task} />
        </div>
      </div>
      <Show when={props.task.canComplete}>
        <footer class="task-pane__foot">
          <p class="task-pane__refusal" role="alert">
            {refusal()}
          </p>
          <DraftLine state={draft()} />
          <Button
            variant="primary"
            icon={<Check />}
            busy={busy() === 'complete'}
            disabled={!ready()}
            onClick={() => void complete()}
          >
            {t(texts.complete)} <Kbd>E</Kbd>
          </Button>
        </footer>
      </Show>
      <AssignDialog taskId={id} open={assigning()} onOpenChange={setAssigning} onAssigned={() => void refresh()} />
    </article>
  );
}
