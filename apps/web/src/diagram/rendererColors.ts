/**
 * bpmn-js paints with these. They are CSS variables, so that a change of theme repaints every open diagram by itself,
 * without drawing it again.
 */
export const RENDERER_COLORS = {
  defaultFillColor: 'var(--diagram-fill)',
  defaultStrokeColor: 'var(--diagram-stroke)',
  defaultLabelColor: 'var(--diagram-label)',
} as const;

const PRINT_COLORS: Readonly<Record<string, string>> = {
  'var(--diagram-fill)': '#ffffff',
  'var(--diagram-stroke)': '#22242a',
  'var(--diagram-label)': '#22242a',
};

/** An exported SVG stands alone, outside our style sheet: its variables become plain colours, dark on white. */
export function withPrintColors(svg: string): string {
  return svg.replaceAll(/var\(--diagram-[a-z]+\)/g, (variable) => PRINT_COLORS[variable] ?? '#22242a');
}
