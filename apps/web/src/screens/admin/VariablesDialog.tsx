import type { Incident } from '@dealwright/api/contract';
import { createMemo, createSignal, For } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Button, Dialog, Field, FormFailure, QueryView, TextInput, uiTexts } from '../../ui/index.ts';
import { changedVariables, type VariableFault, variableText } from './changedVariables.ts';
import { incidentTexts as texts } from './incidentTexts.ts';

const FAULTS = { 'bad-json': texts.badJson, 'needs-name': texts.needsName, 'name-taken': texts.nameTaken } as const;

/** The variables of the process that an incident holds, to be changed before its step is tried again. */
export function VariablesDialog(props: {
  incident: Incident;
  busy: boolean;
  onConfirm: (reason: string, changed: Readonly<Record<string, unknown>>) => void;
  onClose: () => void;
}) {
  // what is entered stands apart: the variables may be fetched again meanwhile
  const [entered, setEntered] = createSignal<Readonly<Record<string, string>>>({});
  const [newName, setNewName] = createSignal('');
  const [newText, setNewText] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const variables = useQuery(() => ({
    queryKey: keys.incidentVariables(props.incident.id),
    queryFn: () => api.incident.variables.query({ id: props.incident.id }),
  }));
  const judged = createMemo(() =>
    changedVariables(variables.data ?? {}, { texts: entered(), newName: newName(), newText: newText() }),
  );
  const isEmpty = () => Object.keys(judged().changed).length === 0;
  const faultText = (fault: VariableFault | undefined) => (tried() && fault ? t(FAULTS[fault]) : null);
  const newFault = (about: 'name' | 'value') => {
    const fault = judged().faults[''];
    return faultText((fault === 'bad-json') === (about === 'value') ? fault : undefined);
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (props.busy || isEmpty() || Object.keys(judged().faults).length > 0) return;
    props.onConfirm(reason(), judged().changed);
  };
  return (
    <Dialog
      // once there are fields: the first one gets the focus
      open={!variables.isPending}
      onOpenChange={(open) => !open && props.onClose()}
      title={t(texts.changeTitle, { step: labelOf(props.incident.nodeLabels, props.incident.nodeName) })}
      description={t(texts.changeText)}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" type="submit" form="variables-form" busy={props.busy}>
            {t(texts.changeAndRetry)}
          </Button>
        </>
      }
    >
      <QueryView query={variables}>
        {(data) => (
          <form id="variables-form" class="fields" onSubmit={confirm}>
            <div class="fields fields--two">
              <For each={Object.keys(data())}>
                {(name) => (
                  <Field label={name} error={faultText(judged().faults[name])}>
                    {(control) => (
                      <TextInput
                        {...control}
                        class="admin__json"
                        spellcheck={false}
                        value={entered()[name] ?? variableText(data()[name])}
                        onValue={(text) => setEntered({ ...entered(), [name]: text })}
                      />
                    )}
                  </Field>
                )}
              </For>
            </div>
            <div class="fields fields--two">
              <Field label={t(texts.newName)} error={newFault('name')}>
                {(control) => (
                  <TextInput {...control} maxLength={200} spellcheck={false} value={newName()} onValue={setNewName} />
                )}
              </Field>
              <Field label={t(texts.newValue)} error={newFault('value')}>
                {(control) => (
                  <TextInput
                    {...control}
                    class="admin__json"
                    spellcheck={false}
                    value={newText()}
                    onValue={setNewText}
                  />
                )}
              </Field>
            </div>
            <Field label={t(texts.reason)} hint={t(texts.reasonHint)}>
              {(control) => <TextInput {...control} maxLength={500} value={reason()} onValue={setReason} />}
            </Field>
            <FormFailure
              text={tried() && isEmpty() && Object.keys(judged().faults).length === 0 ? t(texts.nothingChanged) : null}
            />
          </form>
        )}
      </QueryView>
    </Dialog>
  );
}
