import type { VersionSummary } from '@dealwright/api/contract';
import type { Problem } from '@dealwright/bpmn/types';
import { createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { api, messageOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { language, t } from '../../i18n/index.ts';
import { Button, Dialog, Field, Spinner, TextArea, toast, toastError } from '../../ui/index.ts';
import { ProblemMark } from './ProblemMark.tsx';
import { refusedProblems } from './refusedProblems.ts';
import { designerTexts as texts } from './texts.ts';

/** What there is to deploy. */
export interface Deployable {
  /** the server holds what is meant to be deployed */
  readonly saved: boolean;
  readonly revision: number;
  readonly problems: readonly Problem[];
}

/** Puts the draft to work: saved and checked first, refused while it has errors, and never without a note. */
export function DeployDialog(props: {
  modelId: string;
  name: string;
  prepare: () => Promise<Deployable>;
  onClose: () => void;
}): JSX.Element {
  const [note, setNote] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [found, setFound] = createSignal<
    (Deployable & { readonly next: number; readonly versions: readonly VersionSummary[] }) | null
  >(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  onMount(() => {
    Promise.all([props.prepare(), api.model.versions.query({ id: props.modelId })]).then(
      ([ready, versions]) =>
        setFound({ ...ready, versions, next: Math.max(0, ...versions.map((one) => one.version)) + 1 }),
      (error: unknown) => setFailure(messageOf(error)),
    );
  });
  const of = (severity: Problem['severity']) =>
    (found()?.problems ?? []).filter((problem) => problem.severity === severity);
  const allowed = () => found()?.saved === true && of('error').length === 0 && note().trim() !== '';
  const deploy = async () => {
    const ready = found();
    if (!ready || !allowed()) return;
    setBusy(true);
    try {
      const result = await api.model.deploy.mutate({
        id: props.modelId,
        revision: ready.revision,
        note: note().trim(),
      });
      await queryClient.invalidateQueries({ queryKey: ['model'] });
      const [, ...others] = result.processes;
      const names = others.map((other) => `${other.processId} ${other.version}`).join(', ');
      const text = names === '' ? texts.deployed : texts.deployedWith;
      toast({ text: t(text, { version: result.version, names }), tone: 'good' });
      props.onClose();
    } catch (error) {
      const refused = refusedProblems(error);
      if (refused) setFound({ ...ready, problems: refused });
      else toastError(error);
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
            {t(texts.deployNow, { version: found()?.next ?? '' })}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={!found() && !failure()}>
          <p role="status">
            <Spinner /> {t(texts.checking)}
          </p>
        </Match>
        <Match when={failure()}>{(text) => <p role="alert">{text()}</p>}</Match>
        <Match when={found()}>
          {(ready) => (
            <div class="fields">
              <Show when={!ready().saved}>
                <p role="alert" class="field__error">
                  {t(texts.deployNotSaved)}
                </p>
              </Show>
              <Show when={of('error').length > 0}>
                <p role="alert" class="field__error">
                  {t(texts.deployErrors, { count: of('error').length })}
                </p>
                <Problems problems={of('error')} />
              </Show>
              <Show when={of('error').length === 0}>
                <p>
                  {t(texts.deployAs, { version: ready().next })} {runningText(ready().versions)}
                </p>
                <Field label={t(texts.deployNote)} hint={t(texts.deployNoteHint)} required>
                  {(control) => <TextArea {...control} value={note()} onValue={setNote} maxLength={2000} autofocus />}
                </Field>
              </Show>
              <Show when={of('warning').length > 0}>
                <p>{t(texts.deployWarnings)}</p>
                <Problems problems={of('warning')} />
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}

/** What becomes of the deals at work: they stay where they are, version by version. */
function runningText(versions: readonly VersionSummary[]): string {
  const busy = versions.filter((one) => one.activeDeals > 0).toSorted((a, b) => b.version - a.version);
  if (busy.length === 0) return t(texts.deployNoneRunning);
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  return t(texts.deployRunning, {
    count: busy.reduce((sum, one) => sum + one.activeDeals, 0),
    versions: list.format(
      busy.map((one) =>
        busy.length === 1
          ? t(texts.deployOnOne, { version: one.version })
          : t(texts.deployOnVersion, { version: one.version, count: one.activeDeals }),
      ),
    ),
  });
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
