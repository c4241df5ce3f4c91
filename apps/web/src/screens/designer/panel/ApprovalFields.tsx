import Trash from 'lucide-solid/icons/trash';
import { createEffect, createSignal, Index, type JSX, on, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { Checkbox, IconButton } from '../../../ui/index.ts';
import { CommitInput } from '../fields/CommitInput.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { type Agreement, type Approval, approvedCondition } from '../model/approval.ts';
import { useEditing } from './Editing.ts';
import { ExpressionField } from './ExpressionField.tsx';
import { OrderField } from './OrderField.tsx';
import { repeatTexts as texts } from './repeatTexts.ts';

/** An approval by several people: who they are, how many must agree, and whether a refusal ends it. */
export function ApprovalFields(props: {
  approval: Approval;
  onChange: (approval: Approval) => void;
  list: string;
}): JSX.Element {
  const editing = useEditing();
  // An expression that is not written yet leaves nothing in the drawing by which to know it.
  const [computing, setComputing] = createSignal(false);
  createEffect(
    on(
      () => editing.node().id,
      () => setComputing(false),
    ),
  );
  const computed = () => computing() || props.approval.approvers === null;
  const tooMany = () => {
    const { approvers, count } = props.approval;
    return approvers !== null && approvers.length > 0 && count > approvers.length;
  };
  const change = (part: Partial<Approval>) => props.onChange({ ...props.approval, ...part });
  return (
    <>
      <SelectField
        label={t(texts.approversFrom)}
        value={computed() ? 'computed' : 'named'}
        options={[
          { value: 'named', label: t(texts.approversNamed) },
          { value: 'computed', label: t(texts.approversComputed) },
        ]}
        onValue={(from) => {
          setComputing(from === 'computed');
          if (from === 'named' && props.approval.approvers === null) change({ approvers: [], from: '' });
        }}
      />
      <Show
        when={computed()}
        fallback={
          <ApproverList
            approvers={props.approval.approvers ?? []}
            list={props.list}
            onChange={(approvers) => change({ approvers })}
          />
        }
      >
        <ExpressionField
          label={t(texts.approversExpression)}
          value={props.approval.from}
          hint={t(texts.approversExpressionHint)}
          onCommit={(from) => change(from === '' ? { approvers: [], from: '' } : { approvers: null, from })}
        />
      </Show>
      <OrderField sequential={props.approval.sequential} onValue={(sequential) => change({ sequential })} />
      <SelectField
        label={t(texts.agreement)}
        value={props.approval.agreement}
        options={[
          { value: 'all', label: t(texts.agreeAll) },
          { value: 'any', label: t(texts.agreeAny) },
          { value: 'some', label: t(texts.agreeSome) },
        ]}
        onValue={(agreement) => change({ agreement: agreement as Agreement, stopAtRefusal: agreement === 'all' })}
      />
      <Show when={props.approval.agreement === 'some'}>
        <NumberField
          label={t(texts.howMany)}
          value={props.approval.count}
          min={2}
          step="1"
          error={tooMany() ? t(texts.agreeTooMany) : null}
          onCommit={(count) => change({ count: Math.max(2, Math.round(count ?? 2)) })}
        />
      </Show>
      <Show when={props.approval.agreement === 'all'}>
        <Checkbox checked={props.approval.stopAtRefusal} onValue={(stopAtRefusal) => change({ stopAtRefusal })}>
          {t(texts.stopAtRefusal)}
        </Checkbox>
      </Show>
      <p class="designer__fact">
        <span>{t(texts.behindIt)}</span> <code>{approvedCondition(props.approval)}</code>
      </p>
    </>
  );
}

function ApproverList(props: {
  approvers: readonly string[];
  list: string;
  onChange: (approvers: readonly string[]) => void;
}): JSX.Element {
  const changeAt = (at: number, text: string) =>
    props.onChange(props.approvers.map((one, place) => (place === at ? text : one)).filter((one) => one !== ''));
  return (
    <fieldset class="designer__entry">
      <legend>{t(texts.approvers)}</legend>
      <Index each={props.approvers}>
        {(approver, at) => (
          <div class="designer__row designer__row--end">
            <CommitInput
              aria-label={t(texts.approverN, { count: at + 1 })}
              list={props.list}
              value={approver()}
              autocomplete="off"
              onCommit={(text) => changeAt(at, text.trim())}
            />
            <IconButton
              size="sm"
              label={t(texts.removeApprover, { name: approver() })}
              icon={<Trash />}
              onClick={() => changeAt(at, '')}
            />
          </div>
        )}
      </Index>
      <CommitInput
        aria-label={t(texts.addApprover)}
        placeholder={t(texts.addApprover)}
        list={props.list}
        value=""
        autocomplete="off"
        onCommit={(text) => text.trim() !== '' && props.onChange([...new Set([...props.approvers, text.trim()])])}
      />
    </fieldset>
  );
}
