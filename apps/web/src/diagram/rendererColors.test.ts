import { expect, test } from 'vitest';
import { RENDERER_COLORS, withPrintColors } from './rendererColors.ts';

test('an exported SVG keeps no variable of the style sheet', () => {
  const svg = `<rect style="fill: ${RENDERER_COLORS.defaultFillColor}; stroke: ${RENDERER_COLORS.defaultStrokeColor}"/>`;
  expect(withPrintColors(svg)).toBe('<rect style="fill: #ffffff; stroke: #22242a"/>');
});
