import type { Labels } from '@dealwright/bpmn/types';
import type { JSX } from 'solid-js';
import { t } from '../../../i18n/index.ts';
import { withText } from '../model/labelTexts.ts';
import { panelTexts as texts } from '../panel/texts.ts';
import { TextField } from './TextField.tsx';

/** A text in English and in Chinese. */
export function BilingualFields(props: {
  labels: Labels;
  onChange: (labels: Labels) => void;
  name?: string;
}): JSX.Element {
  const label = (lang: 'en' | 'zh') =>
    t(lang === 'en' ? texts.labelEn : texts.labelZh, { what: props.name ?? t(texts.label) });
  return (
    <>
      <TextField
        label={label('en')}
        lang="en"
        value={props.labels.en ?? ''}
        onCommit={(text) => props.onChange(withText(props.labels, 'en', text))}
      />
      <TextField
        label={label('zh')}
        lang="zh-CN"
        value={props.labels.zh ?? ''}
        onCommit={(text) => props.onChange(withText(props.labels, 'zh', text))}
      />
    </>
  );
}
