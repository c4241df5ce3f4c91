// Safe in the browser: nothing here reads XML or touches Node.
export { formFields, type FormField } from './formFields.ts';
export { type FieldWords, formWords } from './formWords.ts';
export { localizeForm, type Language } from './localizeForm.ts';
export { validateForm, type FormError, type ValidateFormOptions } from './validateForm.ts';
