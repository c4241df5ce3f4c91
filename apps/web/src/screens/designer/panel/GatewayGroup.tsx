import { type JSX, Show } from 'solid-js';
import { is, listOf } from '../../../diagram/moddle.ts';
import { t } from '../../../i18n/index.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { readExpression, writeExpression } from '../model/expressions.ts';
import { GO_ON_WHEN } from '../model/readyCondition.ts';
import { useEditing } from './Editing.ts';
import { PanelGroup } from './PanelGroup.tsx';
import { ReadyConditionFields } from './ReadyConditionFields.tsx';
import { structureTexts as texts } from './structureTexts.ts';

/** When a complex gateway goes on, and how an event-based one begins; other gateways have nothing to set. */
export function GatewayGroup(): JSX.Element {
  const editing = useEditing();
  const node = () => (editing.element(), editing.node());
  const incoming = () => listOf(node(), 'incoming').flatMap((flow) => flow.id ?? []);
  const begins = () => {
    if (node().get('instantiate') !== true) return 'reached';
    return node().get('eventGatewayType') === 'Parallel' ? 'all' : 'first';
  };
  // Only a gateway that nothing leads to can begin a deal (BPMN 2.0.2, 10.6.6).
  const mayBegin = () => is(node(), 'bpmn:EventBasedGateway') && (incoming().length === 0 || begins() !== 'reached');
  return (
    <>
      <Show when={is(node(), 'bpmn:ComplexGateway')}>
        <PanelGroup title={t(texts.gateway)}>
          <ReadyConditionFields
            label={t(texts.goOnWhen)}
            condition={readExpression(node(), 'activationCondition')}
            ready={GO_ON_WHEN}
            names={{ all: texts.goOnAll, arrived: texts.goOnArrived }}
            texts={{
              own: texts.ownCondition,
              howMany: texts.howMany,
              condition: texts.activation,
              hint: texts.activationHint,
            }}
            also={['activationCount', ...incoming()]}
            hint={t(texts.goOnHint)}
            onCondition={(condition) =>
              editing.set({ activationCondition: writeExpression(condition, editing.create) })
            }
          />
        </PanelGroup>
      </Show>
      <Show when={mayBegin()}>
        <PanelGroup title={t(texts.eventGateway)}>
          <SelectField
            label={t(texts.begins)}
            value={begins()}
            options={[
              { value: 'reached', label: t(texts.beginsReached) },
              { value: 'first', label: t(texts.beginsFirst) },
              { value: 'all', label: t(texts.beginsAll) },
            ]}
            onValue={(how) =>
              editing.set({
                instantiate: how !== 'reached' || undefined,
                eventGatewayType: how === 'all' ? 'Parallel' : undefined,
              })
            }
          />
        </PanelGroup>
      </Show>
    </>
  );
}
