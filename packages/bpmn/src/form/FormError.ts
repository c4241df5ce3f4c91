/** One thing that is wrong with submitted form values. */
export interface FormError {
  /** key of the field, with its group path */
  readonly field: string;
  readonly rule: FormRule;
  readonly message: { readonly en: string; readonly zh: string };
}

export type FormRule =
  | 'required'
  | 'type'
  | 'format'
  | 'option'
  | 'min'
  | 'max'
  | 'min-length'
  | 'max-length'
  | 'pattern'
  | 'decimals'
  | 'read-only'
  | 'unknown-field';

export function formError(field: string, rule: FormRule, en: string, zh: string): FormError {
  return { field, rule, message: { en, zh } };
}
