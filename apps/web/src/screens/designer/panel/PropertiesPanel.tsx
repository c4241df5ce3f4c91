import type { ProcessRef } from '@dealwright/api/contract';
import type { Problem } from '@dealwright/bpmn/types';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { displayName } from '../../../diagram/displayNames.ts';
import { is } from '../../../diagram/moddle.ts';
import { typeName } from '../../../diagram/typeName.ts';
import { language, t } from '../../../i18n/index.ts';
import { namedNode } from '../bpmn/rename.ts';
import { DecisionGroup } from '../decisions/DecisionGroup.tsx';
import { worksByConnector } from '../decisions/namedDecision.ts';
import { ProcessDecisionsGroup } from '../decisions/ProcessDecisionsGroup.tsx';
import { ProblemMark } from '../ProblemMark.tsx';
import { ActionsGroup } from './ActionsGroup.tsx';
import { AdvancedGroup } from './AdvancedGroup.tsx';
import { AssignmentGroup } from './AssignmentGroup.tsx';
import { CallGroup } from './CallGroup.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import { ConnectorGroup } from './ConnectorGroup.tsx';
import { DataGroup } from './DataGroup.tsx';
import { useEditing } from './Editing.ts';
import { EventGroups } from './EventGroups.tsx';
import { FormGroup } from './FormGroup.tsx';
import { GatewayGroup } from './GatewayGroup.tsx';
import { GeneralGroup } from './GeneralGroup.tsx';
import { KpiGroup } from './KpiGroup.tsx';
import { LaneGroup } from './LaneGroup.tsx';
import { MessageTaskGroup } from './MessageTaskGroup.tsx';
import { OutcomeGroup } from './OutcomeGroup.tsx';
import { PlaybookGroup } from './PlaybookGroup.tsx';
import { ProblemsProvider } from './ProblemsHere.ts';
import { RepeatGroup } from './RepeatGroup.tsx';
import { ScopeGroup } from './ScopeGroup.tsx';
import { ScriptGroup } from './ScriptGroup.tsx';
import { StageGroup } from './StageGroup.tsx';
import { StagesGroup } from './StagesGroup.tsx';
import { panelTexts as texts } from './texts.ts';
import { UndoGroup } from './UndoGroup.tsx';

const GROUPS_LIST = 'designer-groups';
const PEOPLE_LIST = 'designer-people';
const APPROVERS_LIST = 'designer-approvers';

/** What the panel offers to choose from. */
export interface PanelChoices {
  readonly groups: readonly string[];
  readonly people: readonly { readonly email: string; readonly name: string }[];
  readonly processes: readonly ProcessRef[];
}

/** All properties of the selected element, in groups; each group knows for which elements it is. */
export function PropertiesPanel(props: { problems: readonly Problem[]; choices: PanelChoices }): JSX.Element {
  const editing = useEditing();
  const has = (...types: string[]) => types.some((type) => is(editing.node(), type));
  const isRoot = () => has('bpmn:Process', 'bpmn:Collaboration');
  const here = createMemo(() => {
    const node = editing.node();
    return props.problems.filter((problem) => problem.elementId === node.id);
  });
  const name = () => {
    const node = editing.node();
    return displayName(namedNode(node), language()) || t(texts.unnamed);
  };
  return (
    <aside class="designer__panel" aria-label={t(texts.properties)}>
      <header class="designer__panel-head">
        <span>{typeName(isRoot() ? 'bpmn:Process' : editing.node().$type)}</span>
        <h2>{name()}</h2>
      </header>
      <Show when={here().length > 0}>
        <ul class="designer__here" aria-label={t(texts.problems)}>
          <For each={here()}>
            {(problem) => (
              <li>
                <ProblemMark severity={problem.severity} /> {problem.message[language()]}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ProblemsProvider value={here}>
        <GeneralGroup />
        <Show when={!has('bpmn:Collaboration')}>
          <ActionsGroup />
        </Show>
        <Show when={isRoot() || has('bpmn:Participant')}>
          <StagesGroup />
          <Show when={editing.process()}>{(process) => <KpiGroup node={process()} />}</Show>
          <ProcessDecisionsGroup />
        </Show>
        <Show when={has('bpmn:Lane')}>
          <LaneGroup groupsList={GROUPS_LIST} />
        </Show>
        <Show when={has('bpmn:SequenceFlow')}>
          <ConditionGroup />
        </Show>
        <Show when={has('bpmn:Event')}>
          <EventGroups />
        </Show>
        <Show when={has('bpmn:EndEvent')}>
          <OutcomeGroup />
        </Show>
        <GatewayGroup />
        <Show when={has('bpmn:UserTask', 'bpmn:ManualTask')}>
          <AssignmentGroup groupsList={GROUPS_LIST} peopleList={PEOPLE_LIST} />
        </Show>
        <Show when={has('bpmn:SubProcess')}>
          <ScopeGroup />
        </Show>
        <Show when={has('bpmn:Activity') && editing.node().get('triggeredByEvent') !== true}>
          <RepeatGroup approversList={APPROVERS_LIST} />
        </Show>
        <Show when={has('bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:StartEvent')}>
          <FormGroup />
        </Show>
        <Show when={has('bpmn:BusinessRuleTask')}>
          <DecisionGroup />
        </Show>
        <Show when={has('bpmn:ServiceTask', 'bpmn:SendTask') || worksByConnector(editing.node())}>
          <ConnectorGroup />
        </Show>
        <Show when={has('bpmn:ScriptTask')}>
          <ScriptGroup />
        </Show>
        <Show when={has('bpmn:SendTask', 'bpmn:ReceiveTask')}>
          <MessageTaskGroup />
        </Show>
        <Show when={has('bpmn:CallActivity')}>
          <CallGroup processes={props.choices.processes} />
        </Show>
        <Show when={has('bpmn:FlowNode')}>
          <StageGroup />
          <KpiGroup node={editing.node()} />
        </Show>
        <Show when={has('bpmn:Activity')}>
          <PlaybookGroup />
        </Show>
        <UndoGroup />
        <DataGroup />
        <Show when={has('bpmn:Activity') && editing.node().get('triggeredByEvent') !== true}>
          <AdvancedGroup />
        </Show>
      </ProblemsProvider>
      <datalist id={GROUPS_LIST}>
        <For each={props.choices.groups}>{(group) => <option value={group} />}</For>
      </datalist>
      <datalist id={PEOPLE_LIST}>
        <For each={props.choices.people}>{(person) => <option value={person.email}>{person.name}</option>}</For>
      </datalist>
      <datalist id={APPROVERS_LIST}>
        <For each={props.choices.people}>{(person) => <option value={person.email}>{person.name}</option>}</For>
        <For each={props.choices.groups}>{(group) => <option value={group} />}</For>
      </datalist>
    </aside>
  );
}
