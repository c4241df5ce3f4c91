import type { ImportMapping } from '@dealwright/api/contract';
import { createMemo, For, Show } from 'solid-js';
import { api, keys, useQuery } from '../../api/index.ts';
import { labelOf, t } from '../../i18n/index.ts';
import { Checkbox, Panel, Select } from '../../ui/index.ts';
import { importTexts as texts } from './texts.ts';
import { userTasks } from './userTasks.ts';

/** Which task a live deal of each stage word stands at, and which product names are mended. */
export function MappingPanel(props: {
  /** as the server proposed it: every word that could be mended */
  proposed: ImportMapping;
  mapping: ImportMapping;
  onMapping: (mapping: ImportMapping) => void;
}) {
  const lookups = useQuery(() => ({ queryKey: keys.lookups, queryFn: () => api.deal.lookups.query() }));
  const deployed = () =>
    lookups.isPending
      ? undefined
      : (lookups.data?.processes ?? []).some((process) => process.processId === props.mapping.processId);
  const view = useQuery(() => ({
    queryKey: keys.processView({ processId: props.mapping.processId }),
    queryFn: () => api.process.view.query({ processId: props.mapping.processId }),
    enabled: deployed() === true,
  }));
  // Before the first deployment the import puts a template to work: its tasks are the choice.
  const templates = useQuery(() => ({
    queryKey: keys.templates,
    queryFn: () => api.model.templates.query(),
    enabled: deployed() === false,
  }));
  const drawing = () => {
    if (deployed() === true) return view.data?.xml ?? '';
    const all = templates.data ?? [];
    return all.find((template) => template.xml.includes(`id="${props.mapping.processId}"`))?.xml ?? '';
  };
  const choices = createMemo(() => {
    const tasks = drawing() === '' ? [] : userTasks(drawing());
    const known = tasks.map((task) => ({ value: task.id, label: labelOf(task.labels, task.name || task.id) }));
    const chosen = Object.values(props.mapping.stages).filter(
      (target) => target !== 'won' && target !== 'lost' && !known.some((task) => task.value === target),
    );
    return [
      { value: 'won', label: t(texts.wonEnd) },
      { value: 'lost', label: t(texts.lostEnd) },
      ...known,
      ...[...new Set(chosen)].map((target) => ({ value: target, label: target })),
    ];
  });
  const setStage = (word: string, target: string) =>
    props.onMapping({ ...props.mapping, stages: { ...props.mapping.stages, [word]: target } });
  const setProduct = (word: string, product: string, on: boolean) => {
    const { [word]: _dropped, ...others } = props.mapping.products;
    props.onMapping({ ...props.mapping, products: on ? { ...others, [word]: product } : others });
  };
  return (
    <Panel title={t(texts.mapping)}>
      <div class="panel__body import__mapping">
        <p class="muted">{t(texts.mappingText)}</p>
        <div class="table-scroll">
          <table class="table">
            <thead>
              <tr>
                <th>{t(texts.stageWord)}</th>
                <th>{t(texts.becomes)}</th>
              </tr>
            </thead>
            <tbody>
              <For each={Object.keys(props.proposed.stages)}>
                {(word) => (
                  <tr>
                    <td>{word}</td>
                    <td>
                      <Select
                        aria-label={word}
                        value={props.mapping.stages[word] ?? ''}
                        options={choices()}
                        onValue={(target) => setStage(word, target)}
                      />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={Object.keys(props.proposed.products).length > 0}>
          <fieldset class="import__products">
            <legend class="field__label">{t(texts.productNames)}</legend>
            <For each={Object.entries(props.proposed.products)}>
              {([word, product]) => (
                <Checkbox
                  checked={props.mapping.products[word] !== undefined}
                  onValue={(on) => setProduct(word, product, on)}
                >
                  {t(texts.productMend, { word, product })}
                </Checkbox>
              )}
            </For>
          </fieldset>
        </Show>
      </div>
    </Panel>
  );
}
