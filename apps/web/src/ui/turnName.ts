import { t } from '../i18n/index.ts';
import { uiTexts } from './texts.ts';

/** A task's name with the instance of it that it is, where the same task is done several times: "Approve (2: Ada)". */
export function turnName(name: string, of: { readonly turn?: number | null; readonly item?: string | null }): string {
  const { turn = null, item = null } = of;
  if (turn === null) return name;
  return item === null ? t(uiTexts.turn, { name, count: turn }) : t(uiTexts.turnOf, { name, count: turn, item });
}
