import type { ModelDetail, PersonRef } from '@dealwright/api/contract';
import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { api, problemOf } from '../../../api/index.ts';
import { processOf } from '../bpmn/processOf.ts';
import type { ModdleNode } from '../../../diagram/moddle.ts';
import { textOf } from '../../../diagram/moddle.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { DraftKeeper, type DraftState } from './DraftKeeper.ts';
import { writeLocalCopy } from './localCopy.ts';

export interface Draft {
  readonly keeper: DraftKeeper;
  readonly state: Accessor<DraftState>;
  /** whether the choice between two drafts is on the screen */
  readonly deciding: Accessor<boolean>;
  readonly setDeciding: (deciding: boolean) => void;
  /** the drawing as a file's text */
  readonly write: () => Promise<string>;
}

/** Saves a model's draft by itself from now on until the component goes. */
export function createDraft(model: ModelDetail, modeler: DesignerModeler): Draft {
  const [state, setState] = createSignal<DraftState>({ kind: 'saved' });
  const [deciding, setDeciding] = createSignal(false);
  const write = async () => {
    const { xml } = await modeler.saveXML({ format: true });
    if (xml === undefined) throw new Error('The drawing could not be written.');
    return xml;
  };
  const keeper = new DraftKeeper(model.revision, {
    write,
    save: (xml, revision) => {
      const name = nameOf(modeler);
      return api.model.saveDraft.mutate({ id: model.id, xml, revision, ...(name === '' ? {} : { name }) });
    },
    conflictIn,
    keepCopy: (xml) => writeLocalCopy(model.id, xml === null ? null : { xml, at: new Date().toISOString() }),
    onState: (next) => {
      setState(next);
      setDeciding(next.kind === 'conflict');
    },
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const changed = () => keeper.changed();
  modeler.get('eventBus').on('commandStack.changed', changed);
  onCleanup(() => {
    modeler.get('eventBus').off('commandStack.changed', changed);
    keeper.close();
  });
  return { keeper, state, deciding, setDeciding, write };
}

function nameOf(modeler: DesignerModeler): string {
  const root = modeler.get('canvas').getRootElement() as { businessObject?: ModdleNode };
  const process = root.businessObject ? processOf(root.businessObject) : null;
  return textOf(process, 'name').trim();
}

/** The server's refusal names who saved in between and when. */
function conflictIn(error: unknown): { by: PersonRef | null; at: string | null } | null {
  const problem = problemOf(error);
  if (problem?.code !== 'draft-conflict') return null;
  const details = (problem.details ?? {}) as { by?: PersonRef | null; at?: string | null };
  return { by: details.by ?? null, at: details.at ?? null };
}
