import { type Assignment, ASSIGNMENT_RULES, type AssignmentRule } from '@dealwright/bpmn/types';
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { readApproval } from '../model/approval.ts';
import { needsValue, readAssignment, writeAssignment } from '../model/assignment.ts';
import { readLoop } from '../model/loop.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { repeatTexts } from './repeatTexts.ts';
import { panelTexts as texts } from './texts.ts';

const NAMES = {
  lane: texts.ruleLane,
  owner: texts.ruleOwner,
  person: texts.rulePerson,
  group: texts.ruleGroup,
  roundRobin: texts.ruleRoundRobin,
  leastLoaded: texts.ruleLeastLoaded,
  expression: texts.ruleExpression,
} satisfies Record<AssignmentRule, unknown>;

/** Who gets the task. */
export function AssignmentGroup(props: { groupsList: string; peopleList: string }): JSX.Element {
  const editing = useEditing();
  const now = createMemo<Assignment>(
    () => readAssignment(editing.node()) ?? { rule: 'lane', value: null, approve: 'any' },
  );
  const write = (next: Assignment) =>
    editing.setExtensions(editing.node(), 'dw:Assignment', writeAssignment(next, editing.create));
  const approves = createMemo(() => (editing.element(), readApproval(readLoop(editing.node()), now()) !== null));
  const valueLabel = () => {
    if (now().rule === 'person') return t(texts.personEmail);
    return now().rule === 'expression' ? t(texts.expression) : t(texts.group);
  };
  const list = () => {
    if (now().rule === 'person') return { list: props.peopleList };
    return now().rule === 'expression' ? {} : { list: props.groupsList };
  };
  return (
    <PanelGroup title={t(texts.assignment)}>
      <Show when={!approves()} fallback={<p class="muted">{t(repeatTexts.assignedByApproval)}</p>}>
        <SelectField
          label={t(texts.rule)}
          value={now().rule}
          options={ASSIGNMENT_RULES.map((rule) => ({ value: rule, label: t(NAMES[rule]) }))}
          onValue={(rule) => write({ rule: rule as AssignmentRule, value: null, approve: now().approve })}
        />
        <Show when={needsValue(now().rule)}>
          <TextField
            label={valueLabel()}
            value={now().value ?? ''}
            mono={now().rule === 'expression'}
            {...list()}
            onCommit={(value) => write({ ...now(), value: value.trim() || null })}
          />
        </Show>
        <SelectField
          label={t(texts.approve)}
          value={now().approve}
          options={[
            { value: 'any', label: t(texts.approveAny) },
            { value: 'all', label: t(texts.approveAll) },
          ]}
          onValue={(approve) => write({ ...now(), approve: approve === 'all' ? 'all' : 'any' })}
        />
      </Show>
    </PanelGroup>
  );
}
