export * from './defineTexts.ts';
export * from './duration.ts';
export * from './format.ts';
export * from './labelOf.ts';
export * from './language.ts';
export type { Text, TextParams, Texts } from './Text.ts';
