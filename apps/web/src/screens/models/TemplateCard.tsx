import type { TemplateSummary } from '@dealwright/api/contract';
import type { JSX } from 'solid-js';
import { Thumbnail } from '../../diagram/Thumbnail.tsx';
import { labelOf, t } from '../../i18n/index.ts';
import { SourceCard } from './SourceCard.tsx';
import { modelsTexts as texts } from './texts.ts';

/** A template with a small picture of its process. */
export function TemplateCard(props: {
  template: TemplateSummary;
  checked: boolean;
  onChoose: () => void;
}): JSX.Element {
  const name = () => labelOf(props.template.name, props.template.key);
  return (
    <SourceCard
      name={name()}
      text={labelOf(props.template.description, '')}
      checked={props.checked}
      onChoose={() => props.onChoose()}
    >
      <Thumbnail xml={props.template.xml} label={t(texts.preview, { name: name() })} />
    </SourceCard>
  );
}
