const ROTATION: Readonly<Record<string, (dx: number, dy: number) => { ahead: number; aside: number }>> = {
  ArrowRight: (dx, dy) => ({ ahead: dx, aside: dy }),
  ArrowLeft: (dx, dy) => ({ ahead: -dx, aside: dy }),
  ArrowDown: (dx, dy) => ({ ahead: dy, aside: dx }),
  ArrowUp: (dx, dy) => ({ ahead: -dy, aside: dx }),
};

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The element that an arrow key leads to from the selected one: the nearest that lies ahead, where a step aside counts
 * double. With nothing selected, the first of the list. `null` when the key is no arrow or nothing lies ahead.
 */
export function elementInDirection(elements: readonly Placed[], selected: string | null, key: string): string | null {
  const rotate = ROTATION[key];
  if (!rotate) return null;
  const from = elements.find((element) => element.id === selected);
  if (!from) return elements[0]?.id ?? null;
  let best: { id: string; cost: number } | null = null;
  for (const element of elements) {
    const { ahead, aside } = rotate(element.x - from.x, element.y - from.y);
    if (element.id === from.id || ahead <= 0) continue;
    const cost = ahead + 2 * Math.abs(aside);
    if (best === null || cost < best.cost) best = { id: element.id, cost };
  }
  return best?.id ?? null;
}
