import type { ModelDetail } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import Rocket from 'lucide-solid/icons/rocket';
import { createSignal, type JSX, Show } from 'solid-js';
import { Diagram } from '../../diagram/Diagram.tsx';
import { labelOf, t } from '../../i18n/index.ts';
import { Badge, Button, PageHeader } from '../../ui/index.ts';
import { VersionDecisions } from './decisions/VersionDecisions.tsx';
import { DeployDialog } from './DeployDialog.tsx';
import { designerTexts as texts } from './texts.ts';

/** A draft to look at and to deploy: on a narrow screen, or for an admin, who does not draw. */
export function ReadOnlyModel(props: { model: ModelDetail; narrow: boolean }): JSX.Element {
  const [selected, setSelected] = createSignal<string | null>(null);
  const [deploying, setDeploying] = createSignal(false);
  return (
    <>
      <PageHeader
        title={labelOf(props.model.labels, props.model.name)}
        before={
          <A href="/models" class="button button--ghost button--sm icon-button" aria-label={t(texts.back)}>
            <ArrowLeft aria-hidden="true" />
          </A>
        }
        actions={
          <>
            <Badge>{t(texts.readOnly)}</Badge>
            <Button size="sm" variant="primary" icon={<Rocket />} onClick={() => setDeploying(true)}>
              {t(texts.deploy)}
            </Button>
          </>
        }
      />
      <div class="designer__read">
        <Show when={props.narrow}>
          <p class="muted">{t(texts.narrow)}</p>
        </Show>
        <Diagram
          xml={props.model.xml}
          label={t(texts.canvas, { name: labelOf(props.model.labels, props.model.name) })}
          selected={selected()}
          onSelect={setSelected}
          class="designer__read-diagram"
        />
        <VersionDecisions of={{ id: props.model.id }} files={props.model.decisions} />
      </div>
      <Show when={deploying()}>
        <DeployDialog
          modelId={props.model.id}
          name={labelOf(props.model.labels, props.model.name)}
          prepare={() => Promise.resolve({ saved: true, revision: props.model.revision, problems: [] })}
          onClose={() => setDeploying(false)}
        />
      </Show>
    </>
  );
}
