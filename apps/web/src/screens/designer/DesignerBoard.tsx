import type { ModelDetail } from '@dealwright/api/contract';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { displayName } from '../../diagram/displayNames.ts';
import { language } from '../../i18n/index.ts';
import { api, keys, useQuery } from '../../api/index.ts';
import type { DesignerModeler } from './bpmn/Services.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { createDecisions, DecisionsProvider } from './decisions/createDecisions.ts';
import { DecisionsDialog } from './decisions/DecisionsDialog.tsx';
import { DeployDialog } from './DeployDialog.tsx';
import { DesignerHeader } from './DesignerHeader.tsx';
import { createDraft } from './draft/createDraft.ts';
import { LeaveGuard } from './draft/LeaveGuard.tsx';
import { LocalCopyBar } from './draft/LocalCopyBar.tsx';
import { createLint } from './lint/createLint.ts';
import { ProblemList } from './lint/ProblemList.tsx';
import { Outline } from './Outline.tsx';
import { createEditing, EditingProvider } from './panel/Editing.ts';
import { PropertiesPanel } from './panel/PropertiesPanel.tsx';
import { SideSheet } from './SideSheet.tsx';
import { VersionList } from './VersionList.tsx';

export type SideView = 'problems' | 'outline' | 'versions' | null;

/** All that stands around the canvas: header, properties, problems, outline, versions, and the draft's saving. */
export function DesignerBoard(props: {
  model: ModelDetail;
  modeler: DesignerModeler;
  reload: () => void;
  surface: JSX.Element;
}): JSX.Element {
  // The board belongs to one model and one modeler; another model makes another board.
  // oxlint-disable-next-line solid/reactivity
  const { model, modeler } = props;
  const editing = createEditing(modeler);
  const draft = createDraft(model, modeler);
  const lint = createLint(modeler, model.id);
  const decisions = createDecisions(model, draft, () => void lint.check());
  const [side, setSide] = createSignal<SideView>(null);
  const [deploying, setDeploying] = createSignal(false);
  const groups = useQuery(() => ({ queryKey: keys.groups, queryFn: () => api.people.groups.query() }));
  const people = useQuery(() => ({ queryKey: keys.people, queryFn: () => api.people.list.query() }));
  const models = useQuery(() => ({ queryKey: keys.models, queryFn: () => api.model.list.query() }));
  const choices = {
    get groups() {
      return groups.isSuccess ? groups.data : [];
    },
    get people() {
      return people.isSuccess ? people.data : [];
    },
    get processes() {
      return models.isSuccess ? models.data.filter((one) => one.processId !== model.processId) : [];
    },
  };

  const name = () => (editing.element(), displayName(editing.process(), language())) || model.name;
  const deployed = () =>
    (models.isSuccess ? models.data.find((one) => one.id === model.id)?.latestVersion : model.latestVersion) != null;

  const keydown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      commitFocused();
      void draft.keeper.saveNow();
      return;
    }
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    // On the canvas bpmn-js hears these keys itself.
    const onCanvas = event.target instanceof SVGElement;
    if (typing || onCanvas) return;
    const stack = modeler.get('commandStack');
    if (key === 'z' && !event.shiftKey && stack.canUndo()) stack.undo();
    else if ((key === 'y' || (key === 'z' && event.shiftKey)) && stack.canRedo()) stack.redo();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', keydown);
  onCleanup(() => document.removeEventListener('keydown', keydown));

  return (
    <EditingProvider value={editing}>
      <DecisionsProvider value={decisions}>
        <LeaveGuard draft={draft} />
        <DesignerHeader
          model={model}
          modeler={modeler}
          draft={draft}
          lint={lint}
          name={name()}
          deployed={deployed()}
          side={side()}
          onSide={(view) => setSide(side() === view ? null : view)}
          onDeploy={() => {
            commitFocused();
            setDeploying(true);
          }}
        />
        <LocalCopyBar model={model} modeler={modeler} draft={draft} />
        <div class="designer__body">
          <Show when={side()}>
            {(view) => (
              <SideSheet view={view()} onClose={() => setSide(null)}>
                <Show when={view() === 'problems'}>
                  <ProblemList lint={lint} onSelect={(id) => editing.select(id)} />
                </Show>
                <Show when={view() === 'outline'}>
                  <Outline />
                </Show>
                <Show when={view() === 'versions'}>
                  <VersionList modelId={model.id} />
                </Show>
              </SideSheet>
            )}
          </Show>
          {props.surface}
          <PropertiesPanel problems={lint.problems()} choices={choices} />
        </div>
        <Show when={deploying()}>
          <DeployDialog
            modelId={model.id}
            name={name()}
            prepare={async () => {
              const saved = await draft.keeper.saveNow();
              return { saved, revision: draft.keeper.revision, problems: (await lint.check()) ?? [] };
            }}
            onClose={() => setDeploying(false)}
          />
        </Show>
        <DecisionsDialog />
        <ConflictDialog model={model} modeler={modeler} draft={draft} onLoadTheirs={props.reload} />
      </DecisionsProvider>
    </EditingProvider>
  );
}

/** What stands half-typed in a field of the panel is written first. */
function commitFocused(): void {
  if (document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea')) {
    document.activeElement.blur();
  }
}
