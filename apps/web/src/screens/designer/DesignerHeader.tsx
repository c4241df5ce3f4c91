import type { ModelDetail } from '@dealwright/api/contract';
import { A } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import ChartColumn from 'lucide-solid/icons/chart-column';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import History from 'lucide-solid/icons/clock-4';
import List from 'lucide-solid/icons/list-tree';
import Rocket from 'lucide-solid/icons/rocket';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button, PageHeader } from '../../ui/index.ts';
import type { DesignerModeler } from './bpmn/Services.ts';
import { DesignerTools } from './DesignerTools.tsx';
import type { SideView } from './DesignerBoard.tsx';
import type { Draft } from './draft/createDraft.ts';
import { FileMenu } from './files/FileMenu.tsx';
import type { Lint } from './lint/createLint.ts';
import { SaveState } from './SaveState.tsx';
import { designerTexts as texts } from './texts.ts';

/** The designer's top line: where one is, how it stands, what one can do. */
export function DesignerHeader(props: {
  model: ModelDetail;
  modeler: DesignerModeler;
  draft: Draft;
  lint: Lint;
  /** the process's name as it is drawn now */
  name: string;
  deployed: boolean;
  side: SideView;
  onSide: (view: NonNullable<SideView>) => void;
  onDeploy: () => void;
}): JSX.Element {
  const count = createMemo(() => {
    const errors = props.lint.problems().filter((problem) => problem.severity === 'error').length;
    return { errors, warnings: props.lint.problems().length - errors };
  });
  return (
    <PageHeader
      title={props.name}
      before={
        <A href="/models" class="button button--ghost button--sm icon-button" aria-label={t(texts.back)}>
          <ArrowLeft aria-hidden="true" />
        </A>
      }
      actions={
        <>
          <Button
            size="sm"
            variant={props.side === 'problems' ? 'secondary' : 'ghost'}
            aria-pressed={props.side === 'problems'}
            icon={
              <Switch fallback={<CircleCheck />}>
                <Match when={count().errors > 0}>
                  <CircleX />
                </Match>
                <Match when={count().warnings > 0}>
                  <TriangleAlert />
                </Match>
              </Switch>
            }
            onClick={() => props.onSide('problems')}
          >
            {props.lint.problems().length === 0 ? t(texts.problemsNone) : t(texts.problemsCount, count())}
          </Button>
          <Button
            size="sm"
            variant={props.side === 'outline' ? 'secondary' : 'ghost'}
            aria-pressed={props.side === 'outline'}
            icon={<List />}
            onClick={() => props.onSide('outline')}
          >
            {t(texts.outline)}
          </Button>
          <Button
            size="sm"
            variant={props.side === 'versions' ? 'secondary' : 'ghost'}
            aria-pressed={props.side === 'versions'}
            icon={<History />}
            onClick={() => props.onSide('versions')}
          >
            {t(texts.versions)}
          </Button>
          <FileMenu model={props.model} modeler={props.modeler} draft={props.draft} />
          <Show when={props.deployed}>
            <A href={`/processes/${props.model.processId}`} class="button button--ghost button--sm">
              <ChartColumn aria-hidden="true" />
              <span class="button__label">{t(texts.processView)}</span>
            </A>
          </Show>
          <Button size="sm" variant="primary" icon={<Rocket />} onClick={() => props.onDeploy()}>
            {t(texts.deploy)}
          </Button>
        </>
      }
    >
      <SaveState draft={props.draft} />
      <DesignerTools modeler={props.modeler} draft={props.draft} />
    </PageHeader>
  );
}
