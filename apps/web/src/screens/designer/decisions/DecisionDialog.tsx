import type { DecisionsOf } from '@dealwright/api/contract';
import FlaskConical from 'lucide-solid/icons/flask-conical';
import { createResource, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { t } from '../../../i18n/index.ts';
import { hasRole } from '../../../session/index.ts';
import { Button, Dialog, Spinner } from '../../../ui/index.ts';
import { BoxedExpression } from './BoxedExpression.tsx';
import { decisionTexts as texts } from './texts.ts';
import { TryDecision } from './TryDecision.tsx';
import './decisions.css';

/** A decision as a whole: its rules, the decisions that it needs, and for managers a form to try it. */
export function DecisionDialog(props: { of: DecisionsOf; decisionId: string; onClose: () => void }): JSX.Element {
  const [trying, setTrying] = createSignal(false);
  const [found] = createResource(
    () => ({ ...props.of, decisionId: props.decisionId }),
    (input) => api.model.decision.query(input),
  );
  const ready = () => (found.state === 'ready' ? found() : undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={ready()?.decision.name ?? t(texts.decision)}
      width="lg"
      footer={<Button onClick={() => props.onClose()}>{t(texts.close)}</Button>}
    >
      <Switch>
        <Match when={found.loading}>
          <p role="status">
            <Spinner /> {t(texts.loading)}
          </p>
        </Match>
        <Match when={found.error as unknown}>{(error) => <p role="alert">{messageOf(error())}</p>}</Match>
        <Match when={ready()}>
          {(detail) => (
            <div class="decisions">
              <div class="decisions__head">
                <span class="muted">{t(texts.inFile, { file: detail().file })}</span>
                <Show when={hasRole('manager')}>
                  <Button
                    size="sm"
                    icon={<FlaskConical />}
                    aria-expanded={trying()}
                    onClick={() => setTrying(!trying())}
                  >
                    {t(texts.try)}
                  </Button>
                </Show>
              </div>
              <Show when={trying()}>
                <TryDecision of={props.of} decisionId={props.decisionId} inputs={detail().inputs} />
              </Show>
              <BoxedExpression name={detail().decision.name} boxed={detail().decision.logic} />
              <For each={detail().required}>
                {(required) => (
                  <section class="decisions__required">
                    <h3>{t(texts.requiredTitle, { name: required.name })}</h3>
                    <BoxedExpression name={required.name} boxed={required.logic} />
                  </section>
                )}
              </For>
            </div>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}
