import { createMemo, Index, type JSX } from 'solid-js';
import { displayName } from '../../diagram/displayNames.ts';
import { is, type ModdleNode } from '../../diagram/moddle.ts';
import { typeName } from '../../diagram/typeName.ts';
import { language, t } from '../../i18n/index.ts';
import { shapesIn } from './bpmn/drawing.ts';
import { laneOf } from './bpmn/lanes.ts';
import type { Element } from './bpmn/Services.ts';
import { useEditing } from './panel/Editing.ts';
import { panelTexts } from './panel/texts.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly lane: string;
}

/** The process as a list: every element can be reached, read and selected without the drawing. */
export function Outline(): JSX.Element {
  const editing = useEditing();
  const rows = createMemo<readonly Row[]>(() => {
    editing.element();
    const row = (element: Element, lane: string): Row => {
      const node = element.businessObject as ModdleNode;
      return { id: element.id, name: displayName(node, language()), type: typeName(node.$type), lane };
    };
    const containers = (editing.service('elementRegistry').getAll() as Element[]).filter((element) =>
      ['bpmn:Participant', 'bpmn:Lane'].some((type) => is(element.businessObject, type)),
    );
    const flows = (editing.service('elementRegistry').getAll() as Element[]).filter(
      (element) =>
        is(element.businessObject, 'bpmn:SequenceFlow') && !(element as { labelTarget?: Element }).labelTarget,
    );
    const nodes = shapesIn(editing.service).toSorted((a, b) => a.x - b.x || a.y - b.y);
    return [
      ...containers.map((element) => row(element, '')),
      ...nodes.map((shape) =>
        row(shape, displayName(laneOf(editing.service, shape)?.businessObject as ModdleNode | undefined, language())),
      ),
      ...flows.map((element) => ({ ...row(element, ''), name: flowName(element) })),
    ];
  });
  return (
    <ol class="designer__outline">
      {/* Index, not For: the rows are computed anew at each change, and the focus must stay on its button. */}
      <Index each={rows()}>
        {(row) => (
          <li>
            <button
              type="button"
              aria-pressed={editing.element().id === row().id}
              onClick={() => editing.select(row().id)}
            >
              <b>{row().name || t(panelTexts.unnamed)}</b>
              <span>
                {row().type}
                {row().lane === '' ? '' : ` · ${row().lane}`}
              </span>
            </button>
          </li>
        )}
      </Index>
    </ol>
  );
}

function flowName(element: Element): string {
  const node = element.businessObject as ModdleNode;
  const end = (property: string) => {
    const target = node.get(property) as ModdleNode | undefined;
    return displayName(target, language()) || (target ? typeName(target.$type) : '');
  };
  const name = displayName(node, language());
  return `${end('sourceRef')} → ${end('targetRef')}${name === '' ? '' : ` (${name})`}`;
}
