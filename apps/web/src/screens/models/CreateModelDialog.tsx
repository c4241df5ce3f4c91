import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Button, Dialog, Field, TextInput } from '../../ui/index.ts';
import { FilePicker } from './FilePicker.tsx';
import { refusalOf } from './refusalOf.ts';
import { SourceCard } from './SourceCard.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { modelsTexts as texts } from './texts.ts';

const LARGEST = 5_000_000;

/** A new model: from a template, blank, or from a file. What the server refuses is said with its line. */
export function CreateModelDialog(props: { onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [name, setName] = createSignal('');
  const [typed, setTyped] = createSignal(false);
  const [source, setSource] = createSignal('blank');
  const [file, setFile] = createSignal<File | null>(null);
  const [error, setError] = createSignal<string | null>(null);
  const [nameError, setNameError] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const templates = useQuery(() => ({ queryKey: keys.templates, queryFn: () => api.model.templates.query() }));

  const choose = (next: string, suggested: string) => {
    setSource(next);
    setError(null);
    // A name that the person typed is theirs.
    if (!typed() && suggested !== '') setName(suggested);
  };
  const chooseFile = (chosen: File | null) => {
    setFile(chosen);
    choose('file', chosen ? chosen.name.replace(/\.(bpmn|xml)$/i, '') : '');
  };
  const from = async () => {
    const chosen = source();
    if (chosen === 'blank') return { kind: 'blank' as const };
    if (chosen !== 'file') return { kind: 'template' as const, key: chosen };
    const read = file();
    if (!read) return null;
    return { kind: 'file' as const, xml: await read.text() };
  };
  const create = async () => {
    if (name().trim() === '') return setNameError(t(texts.nameMissing));
    if (source() === 'file' && (file()?.size ?? 0) > LARGEST) return setError(t(texts.fileTooLarge));
    setBusy(true);
    try {
      const origin = await from();
      if (!origin) return setError(t(texts.fileMissing));
      const model = await api.model.create.mutate({ name: name().trim(), from: origin });
      await client.invalidateQueries({ queryKey: keys.models });
      navigate(`/models/${model.id}`);
    } catch (refused) {
      setError(refusalOf(refused));
    } finally {
      setBusy(false);
    }
    return undefined;
  };
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.createTitle)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(texts.cancel)}</Button>
          <Button variant="primary" busy={busy()} onClick={() => void create()}>
            {t(texts.createNow)}
          </Button>
        </>
      }
    >
      <div class="fields">
        <Field label={t(texts.nameLabel)} error={nameError()} required>
          {(control) => (
            <TextInput
              {...control}
              value={name()}
              maxLength={200}
              placeholder={t(texts.namePlaceholder)}
              autofocus
              onValue={(text) => {
                setTyped(text !== '');
                setNameError(null);
                setName(text);
              }}
            />
          )}
        </Field>
        <div class="models__sources" role="radiogroup" aria-label={t(texts.from)}>
          <SourceCard
            name={t(texts.fromBlank)}
            text={t(texts.fromBlankText)}
            checked={source() === 'blank'}
            onChoose={() => choose('blank', '')}
          />
          <SourceCard
            name={t(texts.fromFile)}
            text={t(texts.fromFileText)}
            checked={source() === 'file'}
            onChoose={() => choose('file', '')}
          >
            <FilePicker file={file()} onFile={chooseFile} />
          </SourceCard>
          <Show when={templates.isError}>
            <p role="alert" class="field__error">
              {t(texts.templatesFailed)}
            </p>
          </Show>
          <For each={templates.isSuccess ? templates.data : []}>
            {(template) => (
              <TemplateCard
                template={template}
                checked={source() === template.key}
                onChoose={() => choose(template.key, labelOf(template.name, template.key))}
              />
            )}
          </For>
        </div>
        <Show when={error()}>
          {(text) => (
            <p role="alert" class="field__error">
              {text()}
            </p>
          )}
        </Show>
      </div>
    </Dialog>
  );
}
