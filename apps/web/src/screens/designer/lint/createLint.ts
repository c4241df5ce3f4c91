import type { Problem } from '@dealwright/bpmn/types';
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { language } from '../../../i18n/index.ts';
import type { DesignerModeler } from '../bpmn/Services.ts';
import { markProblems } from './markProblems.ts';

export interface Lint {
  readonly problems: Accessor<readonly Problem[]>;
  /** why the last check could not be made */
  readonly failure: Accessor<string | null>;
  /** checks the drawing as it is now */
  check(): Promise<readonly Problem[] | null>;
}

/** Drawing rests this long before it is checked. */
const REST_MS = 400;

/** Checks the drawing, with the decisions of its draft, by the server's own validator while it is drawn, and marks what is wrong on it. */
export function createLint(modeler: DesignerModeler, modelId: string): Lint {
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [failure, setFailure] = createSignal<string | null>(null);
  let round = 0;
  const check = async (): Promise<readonly Problem[] | null> => {
    const mine = ++round;
    try {
      const { xml } = await modeler.saveXML();
      const found = await api.model.validate.mutate({ xml: xml ?? '', id: modelId });
      // An older answer must not overtake a newer question.
      if (mine === round) {
        setProblems(found);
        setFailure(null);
      }
      return found;
    } catch (error) {
      if (mine === round) setFailure(messageOf(error));
      return null;
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), REST_MS);
  };
  const bus = modeler.get('eventBus');
  const events = ['commandStack.changed', 'import.done'];
  bus.on(events, later);
  void check();
  onCleanup(() => {
    round += 1;
    clearTimeout(timer);
    bus.off(events, later);
  });
  createEffect(() => markProblems(modeler, problems(), language()));
  return { problems, failure, check };
}
