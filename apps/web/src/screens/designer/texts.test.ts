import { expect, test } from 'vitest';
import { elementTypeTexts, diagramTexts } from '../../diagram/texts.ts';
import { placeholders } from '../../i18n/placeholders.ts';
import { modelsTexts } from '../models/texts.ts';
import { measureDefinitions, processTexts } from '../process/texts.ts';
import { eventTexts } from './panel/eventTexts.ts';
import { repeatTexts } from './panel/repeatTexts.ts';
import { structureTexts } from './panel/structureTexts.ts';
import { eventKindTexts, fieldTypeTexts, kpiUnitTexts, measureTexts, panelTexts, unitTexts } from './panel/texts.ts';
import { designerTexts } from './texts.ts';

const groups = {
  designerTexts,
  panelTexts,
  repeatTexts,
  eventTexts,
  structureTexts,
  unitTexts,
  measureTexts,
  kpiUnitTexts,
  fieldTypeTexts,
  eventKindTexts,
  diagramTexts,
  elementTypeTexts,
  modelsTexts,
  processTexts,
  measureDefinitions,
};

test.each(Object.entries(groups))('%s: both languages are there', (_, texts) => {
  for (const [key, text] of Object.entries(texts)) {
    expect(text.en.trim(), key).not.toBe('');
    expect(text.zh.trim(), key).not.toBe('');
    // Chinese needs no plural, so a count may be written once there and twice in English.
    expect(placeholders(text.zh), key).toEqual(placeholders(text.en));
  }
});
