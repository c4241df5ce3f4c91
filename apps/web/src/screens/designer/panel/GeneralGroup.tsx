import { createMemo, type JSX, Show } from 'solid-js';
import { is, type ModdleNode, nodeOf, textOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import type { Element } from '../bpmn/Services.ts';
import { BilingualFields } from '../fields/BilingualFields.tsx';
import { TextField } from '../fields/TextField.tsx';
import { readTexts, writeTexts } from '../model/labelTexts.ts';
import { useEditing } from './Editing.ts';
import { IdField } from './IdField.tsx';
import { PanelGroup } from './PanelGroup.tsx';
import { panelTexts as texts } from './texts.ts';
import { TypeField } from './TypeField.tsx';

/** Name, labels, type and ID. With nothing selected it is the process that is named here. */
export function GeneralGroup(): JSX.Element {
  const editing = useEditing();
  const isRoot = () => is(editing.node(), 'bpmn:Process') || is(editing.node(), 'bpmn:Collaboration');
  /** the node that carries the name: the process stands behind a pool and behind the whole drawing */
  const named = (): ModdleNode => (isRoot() ? (editing.process() ?? editing.node()) : editing.node());
  const labels = createMemo(() => readTexts(named(), 'dw:Label'));
  const rename = (name: string) => {
    if (named() === editing.node()) return editing.set({ name });
    const process = named();
    const pool = (editing.service('elementRegistry').getAll() as Element[]).find(
      (element) =>
        is(element.businessObject, 'bpmn:Participant') && nodeOf(element.businessObject, 'processRef') === process,
    );
    const follows = pool && textOf(pool.businessObject, 'name') === textOf(process, 'name');
    return editing.together(() => {
      editing.setOn(process, { name });
      // A pool that bears the process's name goes on bearing it.
      if (follows) editing.service('modeling').updateProperties(pool, { name });
    });
  };
  return (
    <PanelGroup title={t(texts.general)}>
      <TextField label={t(texts.name)} value={(editing.element(), textOf(named(), 'name'))} onCommit={rename} />
      <BilingualFields
        labels={labels()}
        onChange={(next) => {
          const node = named();
          editing.setExtensions(node, 'dw:Label', writeTexts(next, 'dw:Label', editing.create));
        }}
      />
      <TypeField />
      <Show when={!isRoot()}>
        <IdField />
      </Show>
      <Show when={isRoot() && editing.process()}>
        {(process) => (
          <p class="designer__fact">
            <span>{t(texts.processId)}</span> <code>{process().id}</code>
            <small>{t(texts.processIdHint)}</small>
          </p>
        )}
      </Show>
    </PanelGroup>
  );
}
