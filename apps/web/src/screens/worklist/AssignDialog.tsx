import { createSignal } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { t } from '../../i18n/index.ts';
import { me } from '../../session/index.ts';
import { Button, Combobox, Dialog, Field, toast, toastError, uiTexts } from '../../ui/index.ts';
import { worklistTexts as texts } from './texts.ts';

/** Hands a task on to a named person. */
export function AssignDialog(props: {
  taskId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAssigned: () => void;
}) {
  const [personId, setPersonId] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const people = useQuery(() => ({
    queryKey: keys.names,
    queryFn: () => api.people.names.query(),
    enabled: props.open,
  }));
  const others = () => (people.data ?? []).filter((person) => person.id !== me()?.id);
  const assign = async () => {
    const id = personId();
    const name = others().find((person) => person.id === id)?.name;
    if (id === null || name === undefined) return;
    setBusy(true);
    try {
      await api.task.assign.mutate({ id: props.taskId, personId: id });
      toast({ text: t(texts.assigned, { name }), tone: 'good' });
      props.onOpenChange(false);
      props.onAssigned();
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(texts.assignTitle)}
      description={t(texts.assignText)}
      width="sm"
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t(uiTexts.cancel)}</Button>
          <Button variant="primary" busy={busy()} disabled={personId() === null} onClick={() => void assign()}>
            {t(texts.assign)}
          </Button>
        </>
      }
    >
      <Field label={t(texts.assignTo)}>
        {(control) => (
          <Combobox
            id={control.id}
            label={t(texts.assignTo)}
            value={personId()}
            options={others().map((person) => ({ value: person.id, label: person.name }))}
            onValue={setPersonId}
          />
        )}
      </Field>
    </Dialog>
  );
}
