import type { DealDetail } from '@dealwright/api/contract';
import { createEffect, createSignal, on } from 'solid-js';
import { api, messageOf } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Button, Dialog, Field, Select, TextArea, toast, uiTexts } from '../../ui/index.ts';
import { dealTexts as texts } from './texts.ts';

/** Moves a deal to another task by hand: the exception to the drawing, with a reason that stays in its history. */
export function MoveDialog(props: { deal: DealDetail; open: boolean; onOpenChange: (open: boolean) => void }) {
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.open,
      () => {
        setFrom(props.deal.moves[0]?.from ?? '');
        setTo('');
        setReason('');
        setFailure(null);
      },
    ),
  );
  const nameAt = (nodeId: string) => {
    const task = props.deal.openTasks.find((one) => one.nodeId === nodeId);
    return task ? labelOf(task.labels, task.name) : nodeId;
  };
  const targets = () => props.deal.moves.find((move) => move.from === from())?.targets ?? [];
  const stageName = (id: string | null) => {
    const stage = props.deal.stages.find((one) => one.id === id);
    return stage ? `${labelOf(stage.labels, stage.id)} · ` : '';
  };
  const move = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await api.deal.move.mutate({ id: props.deal.id, from: from(), to: to(), reason: reason().trim() });
      const target = targets().find((one) => one.nodeId === to());
      toast({ text: t(texts.moved, { name: target ? labelOf(target.labels, target.name) : to() }), tone: 'good' });
      props.onOpenChange(false);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
      void queryClient.invalidateQueries({ queryKey: ['deal'] });
      void queryClient.invalidateQueries({ queryKey: ['task'] });
    }
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(texts.move)}
      description={t(texts.moveText)}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t(uiTexts.cancel)}</Button>
          <Button
            variant="primary"
            busy={busy()}
            disabled={to() === '' || reason().trim() === ''}
            onClick={() => void move()}
          >
            {t(texts.moveDo)}
          </Button>
        </>
      }
    >
      <div class="deal__move">
        {props.deal.moves.length > 1 && (
          <Field label={t(texts.moveFrom)}>
            {(control) => (
              <Select
                {...control}
                value={from()}
                options={props.deal.moves.map((one) => ({ value: one.from, label: nameAt(one.from) }))}
                onValue={(value) => {
                  setFrom(value);
                  setTo('');
                }}
              />
            )}
          </Field>
        )}
        <Field label={t(texts.moveTo)}>
          {(control) => (
            <Select
              {...control}
              value={to()}
              placeholder={t(uiTexts.choose)}
              options={targets().map((target) => ({
                value: target.nodeId,
                label: stageName(target.stage) + labelOf(target.labels, target.name),
              }))}
              onValue={setTo}
            />
          )}
        </Field>
        <Field label={t(texts.moveReason)} hint={t(texts.moveReasonHint)} error={failure()}>
          {(control) => <TextArea {...control} rows={3} maxLength={1000} value={reason()} onValue={setReason} />}
        </Field>
      </div>
    </Dialog>
  );
}
