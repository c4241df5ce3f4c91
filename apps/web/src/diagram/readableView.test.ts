import { describe, expect, it } from 'vitest';
import { readableView, wholeView } from './readableView.ts';

const inner = { x: 100, y: 50, width: 3000, height: 400 };
const outer = { width: 500, height: 300 };

describe('readableView', () => {
  it('begins at the left edge of the drawing, and centres the axis that fits', () => {
    expect(readableView({ inner, outer }, 0.5, undefined)).toEqual({ x: 70, y: -50, width: 1000, height: 600 });
  });

  it('puts the shape a third from the left', () => {
    const shape = { x: 1450, y: 100, width: 100, height: 80 };
    expect(readableView({ inner, outer }, 0.5, shape).x).toBeCloseTo(1500 - 1000 / 3, 6);
  });

  it('does not look beyond the right and lower end', () => {
    const shape = { x: 3000, y: 400, width: 100, height: 50 };
    expect(readableView({ inner, outer }, 1, shape)).toEqual({ x: 2630, y: 180, width: 500, height: 300 });
  });
});

describe('wholeView', () => {
  it('shows all of a wide drawing in the middle: its right end used to be cut off', () => {
    const view = wholeView({ inner, outer });
    expect(view.width / view.height).toBeCloseTo(500 / 300, 6);
    expect(view.x).toBeCloseTo(70, 6);
    expect(view.x + view.width).toBeCloseTo(3130, 6);
    expect(view.y + view.height / 2).toBeCloseTo(250, 6);
  });

  it('does not blow a small drawing up', () => {
    const view = wholeView({ inner: { x: 0, y: 0, width: 50, height: 40 }, outer });
    expect(outer.width / view.width).toBeCloseTo(1.2, 6);
  });
});
