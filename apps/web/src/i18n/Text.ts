/**
 * One text of the interface in both languages. A placeholder is `{name}`; `{count:deal|deals}` picks a word by number
 * (English needs it; Chinese has no plural and simply writes `{count}`).
 */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
export type Texts = Readonly<Record<string, Text>>;
export type TextParams = Readonly<Record<string, string | number>>;
