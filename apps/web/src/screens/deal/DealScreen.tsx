import type { DealDetail } from '@dealwright/api/contract';
import { useNavigate, useParams } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { queryClient } from '../../api/queryClient.ts';
import { formatAge, formatMoney, labelOf, language, t } from '../../i18n/index.ts';
import { hasRole } from '../../session/index.ts';
import {
  Badge,
  Button,
  DemoBadge,
  IconButton,
  PageHeader,
  Panel,
  QueryView,
  Skeleton,
  usePageTitle,
} from '../../ui/index.ts';
import { pipelineAddress } from '../pipeline/lastAddress.ts';
import { DealFacts } from './DealFacts.tsx';
import { DealTasks } from './DealTasks.tsx';
import { EditableName } from './EditableName.tsx';
import { StageBar } from './StageBar.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { dealTexts as texts } from './texts.ts';
import { StartableActivities } from './StartableActivities.tsx';
import { Timeline } from './Timeline.tsx';
import './DealScreen.css';

const Diagram = lazy(() => import('../../diagram/Diagram.tsx').then((module) => ({ default: module.Diagram })));
const TONES = { open: 'accent', won: 'good', lost: 'bad', ended: 'neutral' } as const;

/** A deal is a running process: where it stands, what it waits for, what happened. */
export default function DealScreen() {
  const params = useParams<{ id: string }>();
  const deal = useQuery(() => ({
    queryKey: keys.deal(params.id),
    queryFn: () => api.deal.get.query({ id: params.id }),
  }));
  return (
    <QueryView query={deal}>
      {(data) => (
        <Show when={data().id} keyed>
          {(_id) => <Deal deal={data()} />}
        </Show>
      )}
    </QueryView>
  );
}

function Deal(props: { deal: DealDetail }) {
  const navigate = useNavigate();
  const [selected, setSelected] = createSignal<string | null>(null);
  const [moving, setMoving] = createSignal(false);
  usePageTitle(() => props.deal.name);
  const rename = async (name: string) => {
    await api.deal.update.mutate({ id: props.deal.id, revision: props.deal.revision, changes: { name } });
    await queryClient.invalidateQueries({ queryKey: ['deal'] });
  };
  return (
    <div class="deal">
      <PageHeader
        before={
          <IconButton
            label={t(texts.back)}
            icon={<ArrowLeft />}
            onClick={() => navigate(pipelineAddress(props.deal.processId))}
          />
        }
        title={<EditableName name={props.deal.name} editable={props.deal.canEdit} save={rename} />}
        actions={
          <>
            <Show when={props.deal.status === 'open' && props.deal.since}>
              {(since) => <span class="muted num">{t(texts.here, { time: formatAge(since()) })}</span>}
            </Show>
            <Show when={hasRole('manager', 'admin') && props.deal.moves.some((move) => move.targets.length > 0)}>
              <Button size="sm" onClick={() => setMoving(true)}>
                {t(texts.move)}
              </Button>
            </Show>
            <strong class="num">{formatMoney(props.deal.closeValue ?? props.deal.value, props.deal.currency)}</strong>
          </>
        }
      >
        <Badge tone={TONES[props.deal.status]}>{t(texts[props.deal.status])}</Badge>
        <Show when={props.deal.demo}>
          <DemoBadge />
        </Show>
      </PageHeader>
      <MoveDialog deal={props.deal} open={moving()} onOpenChange={setMoving} />
      <StageBar stages={props.deal.stages} />
      <div class="deal__grid">
        <div class="deal__column">
          <Show when={props.deal.incidents.length > 0}>
            <Panel title={t(texts.incidents)} class="deal__incidents">
              <ul class="panel__body">
                <For each={props.deal.incidents}>
                  {(incident) => (
                    <li role="alert">
                      <strong>{labelOf(incident.nodeLabels, incident.nodeName)}</strong> {incident.message[language()]}{' '}
                      <span class="muted">{t(texts.incidentHint)}</span>
                    </li>
                  )}
                </For>
              </ul>
            </Panel>
          </Show>
          <Panel title={t(texts.diagram)} class="deal__diagram">
            <Suspense fallback={<Skeleton height="100%" />}>
              <Diagram
                xml={props.deal.xml}
                tokens={props.deal.tokens.map((token) => token.nodeId)}
                visited={[...props.deal.visited]}
                taken={[...props.deal.taken]}
                selected={selected()}
                onSelect={setSelected}
                label={t(texts.diagramLabel, { name: props.deal.name })}
                class="deal__canvas"
              />
            </Suspense>
          </Panel>
          <Timeline dealId={props.deal.id} onSelect={setSelected} />
        </div>
        <div class="deal__column">
          <DealTasks tasks={props.deal.openTasks}>
            <Show when={hasRole('manager', 'admin')}>
              <StartableActivities dealId={props.deal.id} startable={props.deal.startable} />
            </Show>
          </DealTasks>
          <DealFacts deal={props.deal} />
        </div>
      </div>
    </div>
  );
}
