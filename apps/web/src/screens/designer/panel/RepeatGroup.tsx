import { createMemo, type JSX, Match, on, Switch } from 'solid-js';
import { is, nodeOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { type Approval, decisionField, newApproval, readApproval, writeApproval } from '../model/approval.ts';
import { readAssignment, writeAssignment } from '../model/assignment.ts';
import { readForm, type TaskForm, UnreadableForm, writeForm } from '../model/form.ts';
import { type Loop, type LoopKind, readLoop, withKind, writeLoop } from '../model/loop.ts';
import { ApprovalFields } from './ApprovalFields.tsx';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { repeatTexts as texts } from './repeatTexts.ts';
import { SeveralFields } from './SeveralFields.tsx';
import { WhileFields } from './WhileFields.tsx';

const KINDS: readonly LoopKind[] = ['once', 'each', 'times', 'while'];

/** How often an activity is done: once, while a condition holds, for each of a list, or as an approval by several. */
export function RepeatGroup(props: { approversList: string }): JSX.Element {
  const editing = useEditing();
  const loop = createMemo(() => (editing.element(), readLoop(editing.node())));
  const approval = createMemo(() => readApproval(loop(), readAssignment(editing.node())));
  const isTask = () => is(editing.node(), 'bpmn:UserTask');

  const write = (next: Loop) => {
    const written = writeLoop(next, editing.create);
    const before = nodeOf(editing.node(), 'loopCharacteristics');
    if (written && before?.$type === written.type) return editing.setOn(before, written.properties);
    const loopCharacteristics = written ? editing.create(written.type, written.properties) : undefined;
    if (loopCharacteristics) Object.assign(loopCharacteristics, { $parent: editing.node() });
    return editing.set({ loopCharacteristics });
  };
  const writeApprovers = (next: Approval) => {
    const { loop: repeated, assignment } = writeApproval(next);
    editing.together(() => {
      write(repeated);
      editing.setExtensions(editing.node(), 'dw:Assignment', writeAssignment(assignment, editing.create));
    });
  };
  const beginApproval = () => {
    const form = formOf();
    if (!form) return writeApprovers(newApproval('approval_decision'));
    const field = decisionField(form.schema.components);
    return editing.together(() => {
      writeApprovers(newApproval(field.key));
      if (!field.add) return;
      const schema = { ...form.schema, components: [...form.schema.components, field.add] };
      editing.setExtensions(editing.node(), 'dw:Form', writeForm({ ...form, schema }, editing.create));
    });
  };
  /** Null for a form that cannot be read: it is not touched, and the form's own group says what is wrong. */
  const formOf = (): TaskForm | null => {
    try {
      return readForm(editing.node()) ?? { schema: { type: 'default', components: [] }, fieldBudget: null };
    } catch (error) {
      if (error instanceof UnreadableForm) return null;
      throw error;
    }
  };
  const choose = (kind: string) => {
    if (kind === 'approval') return beginApproval();
    if (!approval()) return write(withKind(loop(), kind as LoopKind));
    // An approval's counting and its assignment go with it.
    return editing.together(() => {
      const plain = { sequential: false, outputCollection: '', outputItem: '', completionCondition: '' };
      const now = loop();
      const bare: Loop = now.kind === 'each' ? { ...now, ...plain } : now;
      write(withKind(bare, kind as LoopKind));
      if (kind !== 'each') editing.setExtensions(editing.node(), 'dw:Assignment', []);
    });
  };
  // Folded by what the element is when it is chosen, and not anew while one edits: a group must not shut under one's hands.
  const folded = createMemo(
    on(
      () => editing.node().id,
      () => loop().kind === 'once',
    ),
  );
  return (
    <PanelGroup title={t(texts.repeat)} folded={folded()}>
      <SelectField
        label={t(texts.how)}
        value={approval() ? 'approval' : loop().kind}
        options={KINDS.flatMap((kind) => [
          { value: kind, label: t(texts[kind]) },
          ...(kind === 'once' && isTask() ? [{ value: 'approval', label: t(texts.approval) }] : []),
        ])}
        onValue={choose}
      />
      <Switch>
        <Match when={approval()}>
          {(found) => <ApprovalFields approval={found()} onChange={writeApprovers} list={props.approversList} />}
        </Match>
        <Match when={whileLoop(loop())}>{(found) => <WhileFields loop={found()} onChange={write} />}</Match>
        <Match when={severalLoop(loop())}>{(found) => <SeveralFields loop={found()} onChange={write} />}</Match>
      </Switch>
    </PanelGroup>
  );
}

function whileLoop(loop: Loop): Extract<Loop, { kind: 'while' }> | null {
  return loop.kind === 'while' ? loop : null;
}

function severalLoop(loop: Loop): Extract<Loop, { kind: 'each' | 'times' }> | null {
  return loop.kind === 'each' || loop.kind === 'times' ? loop : null;
}
