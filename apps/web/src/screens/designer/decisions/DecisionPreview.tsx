import { createResource, type JSX, Match, Switch } from 'solid-js';
import { api, messageOf } from '../../../api/index.ts';
import { t } from '../../../i18n/index.ts';
import { Button } from '../../../ui/index.ts';
import { BoxedExpression } from './BoxedExpression.tsx';
import { useDecisions } from './createDecisions.ts';
import { decisionTexts as texts } from './texts.ts';

/** So many rules are shown beside the drawing; the rest in the dialog. */
const RULES = 5;

/** What a decision of the draft decides, in short. */
export function DecisionPreview(props: { decisionId: string }): JSX.Element {
  const decisions = useDecisions();
  const [found] = createResource(
    // another content under the same name is another decision
    () => ({ id: decisions.modelId, decisionId: props.decisionId, files: decisions.files() }),
    ({ id, decisionId }) => api.model.decision.query({ id, decisionId }),
  );
  const ready = () => (found.error === undefined ? found.latest : undefined);
  return (
    <section class="decisions" aria-label={t(texts.what)}>
      <h3 class="field__label">{t(texts.what)}</h3>
      <Switch fallback={<p role="status">{t(texts.loading)}</p>}>
        <Match when={found.error as unknown}>{(error) => <p role="alert">{messageOf(error())}</p>}</Match>
        <Match when={ready()}>
          {(detail) => (
            <>
              <BoxedExpression name={detail().decision.name} boxed={detail().decision.logic} limit={RULES} />
              <Button size="sm" onClick={() => decisions.show(props.decisionId)}>
                {t(texts.whole)}
              </Button>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
