import type { Labels } from '@dealwright/bpmn';

export interface DealField {
  /** key of a form component, and the instance variable of the same name */
  readonly formKey: string;
  /** column of the deal's row */
  readonly column: 'value' | 'expected_close_on' | 'next_step' | 'loss_reason';
  /** the field's name in the API and in the audit trail */
  readonly name: 'value' | 'expectedCloseOn' | 'nextStep' | 'lossReason';
  readonly type: 'number' | 'date' | 'text';
  readonly labels: Labels;
}

/**
 * Form keys that are the deal's own fields: what a person enters under them in a task is written to the deal in the
 * same transaction, so that nobody enters it twice.
 */
export const DEAL_FIELDS: readonly DealField[] = [
  {
    formKey: 'deal_value',
    column: 'value',
    name: 'value',
    type: 'number',
    labels: { en: 'Deal value', zh: '商机金额' },
  },
  {
    formKey: 'deal_expected_close',
    column: 'expected_close_on',
    name: 'expectedCloseOn',
    type: 'date',
    labels: { en: 'Expected close', zh: '预计成交日期' },
  },
  {
    formKey: 'deal_next_step',
    column: 'next_step',
    name: 'nextStep',
    type: 'text',
    labels: { en: 'Next step', zh: '下一步' },
  },
  {
    formKey: 'loss_reason',
    column: 'loss_reason',
    name: 'lossReason',
    type: 'text',
    labels: { en: 'Loss reason', zh: '输单原因' },
  },
];
