import type { DecisionChoice, DecisionFile, ModelDetail } from '@dealwright/api/contract';
import { type Accessor, createContext, createSignal, onMount, useContext } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { language, t } from '../../../i18n/index.ts';
import type { Draft } from '../draft/createDraft.ts';
import { refusedProblems } from '../refusedProblems.ts';
import { takenBack, withFiles } from './decisionFiles.ts';
import { readFiles } from './readFiles.ts';
import { decisionTexts as texts } from './texts.ts';

/** What was done, and how to take it back. */
export interface DecisionNotice {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

/** The DMN files of a draft while it is drawn. */
export interface Decisions {
  readonly modelId: string;
  readonly files: Accessor<readonly DecisionFile[]>;
  /** what can be chosen; null until known */
  readonly choices: Accessor<readonly DecisionChoice[] | null>;
  /** why they are not known */
  readonly failure: Accessor<string | null>;
  readonly busy: Accessor<boolean>;
  readonly notice: Accessor<DecisionNotice | null>;
  /** why the last change was refused, one sentence for each thing that is wrong */
  readonly refusal: Accessor<readonly string[]>;
  /** whether the files are on the screen */
  readonly managing: Accessor<boolean>;
  readonly setManaging: (managing: boolean) => void;
  /** the decision that is shown as a whole */
  readonly shown: Accessor<string | null>;
  readonly show: (decisionId: string | null) => void;
  readonly attach: (files: readonly File[]) => Promise<void>;
  /** puts another content under a file's name */
  readonly replace: (name: string, file: File) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

const DecisionsContext = createContext<Decisions>();
export const DecisionsProvider = DecisionsContext.Provider;

/** The draft's decisions; throws outside of a designer. */
export function useDecisions(): Decisions {
  const decisions = useContext(DecisionsContext);
  if (!decisions) throw new Error('useDecisions needs a DecisionsProvider');
  return decisions;
}

/**
 * Keeps a draft's DMN files. Like the drawing they count a revision of the draft, so they are saved in turn with it;
 * and who else changed the draft is told by the same question.
 */
export function createDecisions(model: ModelDetail, draft: Draft, onChanged: () => void): Decisions {
  const [files, setFiles] = createSignal(model.decisions);
  const [choices, setChoices] = createSignal<readonly DecisionChoice[] | null>(null);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [notice, setNotice] = createSignal<DecisionNotice | null>(null);
  const [refusal, setRefusal] = createSignal<readonly string[]>([]);
  const [managing, setManaging] = createSignal(false);
  const [shown, show] = createSignal<string | null>(null);

  onMount(() => {
    if (files().length === 0) return setChoices([]);
    api.model.decisions.query({ id: model.id }).then(
      // what was saved meanwhile is newer
      (found) => setChoices((now) => now ?? found),
      (error: unknown) => setFailure(messageOf(error)),
    );
    return undefined;
  });

  async function change(
    to: (now: readonly DecisionFile[]) => readonly DecisionFile[],
    done: string,
    canUndo: boolean,
  ): Promise<void> {
    setBusy(true);
    setNotice(null);
    setRefusal([]);
    let [before, after] = [files(), files()];
    try {
      const saved = await draft.keeper.alongside((revision) => {
        before = files();
        after = to(before);
        return api.model.saveDecisions.mutate({ id: model.id, revision, files: [...after] });
      });
      // the question who goes on is on the screen, and must not be covered
      if (saved === null) return void setManaging(false);
      setFiles(after);
      setChoices(saved.choices);
      setFailure(null);
      const undo = () => change((now) => takenBack(now, before, after), t(texts.undone), false);
      setNotice({ text: done, undo: canUndo ? undo : null });
      onChanged();
    } catch (error) {
      setRefusal(refusedProblems(error)?.map(({ message }) => message[language()]) ?? [messageOf(error)]);
    } finally {
      setBusy(false);
    }
  }

  async function put(chosen: readonly File[], nameOf: (file: File) => string): Promise<void> {
    const { read, problems } = await readFiles(chosen, nameOf, files());
    if (problems.length > 0) {
      setNotice(null);
      setRefusal(problems);
      return;
    }
    const names = new Intl.ListFormat(language(), { type: 'conjunction' }).format(read.map(({ name }) => name));
    await change((now) => withFiles(now, read), t(texts.attached, { count: read.length, names }), true);
  }

  return {
    modelId: model.id,
    files,
    choices,
    failure,
    busy,
    notice,
    refusal,
    managing,
    setManaging(open) {
      if (open) {
        setNotice(null);
        setRefusal([]);
      }
      setManaging(open);
    },
    shown,
    show,
    attach: (chosen) => put(chosen, (file) => file.name.trim()),
    replace: (name, file) => put([file], () => name),
    remove: (name) => change((now) => now.filter((file) => file.name !== name), t(texts.removed, { name }), true),
  };
}
