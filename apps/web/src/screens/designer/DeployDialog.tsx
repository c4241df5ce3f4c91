import type { ModelDetail } from '@dealwright/api/contract';
import type { Problem } from '@dealwright/bpmn/types';
import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { api, messageOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { language, t } from '../../i18n/index.ts';
import { Button, Dialog, Field, Spinner, TextArea, toast, toastError } from '../../ui/index.ts';
import type { Draft } from './draft/createDraft.ts';
import type { Lint } from './lint/createLint.ts';
import { ProblemMark } from './ProblemMark.tsx';
import { designerTexts as texts } from './texts.ts';

/** Puts the draft to work: saved and checked first, refused while it has errors, and never without a note. */
export function DeployDialog(props: {
  model: ModelDetail;
  name: string;
  draft: Draft;
  lint: Lint;
  onClose: () => void;
}): JSX.Element {
  const [note, setNote] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [ready] = createResource(async () => {
    const saved = await props.draft.keeper.saveNow();
    const [problems, versions] = await Promise.all([
      props.lint.check(),
      api.model.versions.query({ id: props.model.id }),
    ]);
    return { saved, problems: problems ?? [], next: Math.max(0, ...versions.map((one) => one.version)) + 1 };
  });
  const errors = () => (ready.latest?.problems ?? []).filter((problem) => problem.severity === 'error');
  const warnings = () => (ready.latest?.problems ?? []).filter((problem) => problem.severity === 'warning');
  const allowed = () => ready.state === 'ready' && ready().saved && errors().length === 0 && note().trim() !== '';
  const deploy = async () => {
    if (!allowed()) return;
    setBusy(true);
    try {
      const result = await api.model.deploy.mutate({
        id: props.model.id,
        revision: props.draft.keeper.revision,
        note: note().trim(),
      });
      await queryClient.invalidateQueries({ queryKey: ['model'] });
      toast({ text: t(texts.deployed, { version: result.version }), tone: 'good' });
      props.onClose();
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.deployTitle, { name: props.name })}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(texts.cancel)}</Button>
          <Button variant="primary" busy={busy()} disabled={!allowed()} onClick={() => void deploy()}>
            {t(texts.deployNow, { version: ready.latest?.next ?? '' })}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={ready.loading}>
          <p role="status">
            <Spinner /> {t(texts.checking)}
          </p>
        </Match>
        <Match when={ready.error as unknown}>{(error) => <p role="alert">{messageOf(error())}</p>}</Match>
        <Match when={ready.latest}>
          {(found) => (
            <div class="fields">
              <Show when={!found().saved}>
                <p role="alert" class="field__error">
                  {t(texts.deployNotSaved)}
                </p>
              </Show>
              <Show when={errors().length > 0}>
                <p role="alert" class="field__error">
                  {t(texts.deployErrors, { count: errors().length })}
                </p>
                <Problems problems={errors()} />
              </Show>
              <Show when={errors().length === 0}>
                <p>{t(texts.deployAs, { version: found().next })}</p>
                <Field label={t(texts.deployNote)} hint={t(texts.deployNoteHint)} required>
                  {(control) => <TextArea {...control} value={note()} onValue={setNote} maxLength={2000} autofocus />}
                </Field>
              </Show>
              <Show when={warnings().length > 0}>
                <p>{t(texts.deployWarnings)}</p>
                <Problems problems={warnings()} />
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}

function Problems(props: { problems: readonly Problem[] }): JSX.Element {
  return (
    <ul class="designer__here">
      <For each={props.problems}>
        {(problem) => (
          <li>
            <ProblemMark severity={problem.severity} /> {problem.message[language()]}{' '}
            <Show when={problem.elementId}>{(id) => <code>{id()}</code>}</Show>
          </li>
        )}
      </For>
    </ul>
  );
}
