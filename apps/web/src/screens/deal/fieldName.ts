import { t, type Text } from '../../i18n/index.ts';
import { dealTexts as texts } from './texts.ts';

const NAMES: Readonly<Record<string, Text>> = {
  name: texts.name,
  accountId: texts.account,
  account: texts.account,
  productId: texts.product,
  product: texts.product,
  ownerId: texts.owner,
  owner: texts.owner,
  value: texts.value,
  closeValue: texts.closeValue,
  expectedCloseOn: texts.expectedClose,
  nextStep: texts.nextStep,
  lossReason: texts.lossReason,
  reason: texts.reason,
  file: texts.file,
  line: texts.line,
  agent: texts.agent,
  stage: texts.stage,
  opportunityId: texts.opportunityId,
  engageDate: texts.engageDate,
  closeDate: texts.closeDate,
};

/** A deal's own field, or one of an imported row, in the current language; a form's field keeps the key that its author gave it. */
export function fieldName(field: string): string {
  const known = NAMES[field];
  return known ? t(known) : field;
}
