/** A drawn area: where its middle is on the picture, and what stands for it. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  element: SVGElement;
}

const DIRECTIONS: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1]
};

/**
 * Makes many shapes one stop of the tab key: arrow keys go to the next shape in their direction, Home and End
 * to the first and last, Enter, space or a click select.
 */
export function moveFocus(spots: Spot[], onSelect: (id: string) => void, selected: string | null): void {
  const start = spots.find(({id}) => id === selected) ?? spots[0];
  for (const spot of spots) {
    spot.element.setAttribute("tabindex", spot === start ? "0" : "-1");
    spot.element.addEventListener("click", () => onSelect(spot.id));
    spot.element.addEventListener("keydown", (event) => press(event, spot));
  }

  function press(event: KeyboardEvent, from: Spot): void {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onSelect(from.id);
      return;
    }
    const to = target(event.key, from);
    if (!to) return;
    event.preventDefault();
    from.element.setAttribute("tabindex", "-1");
    to.element.setAttribute("tabindex", "0");
    to.element.focus();
  }

  function target(key: string, from: Spot): Spot | undefined {
    if (key === "Home") return spots[0];
    if (key === "End") return spots.at(-1);
    const direction = DIRECTIONS[key];
    return direction && nearestTowards(spots, from, direction);
  }
}

/** Returns the nearest shape within 45 degrees of a direction; distance across counts double. */
function nearestTowards(spots: Spot[], from: Spot, [dx, dy]: [number, number]): Spot | undefined {
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of spots) {
    const [x, y] = [spot.x - from.x, spot.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy - y * dx);
    if (spot === from || along <= 0 || across > along) continue;
    if (along + across < least) [best, least] = [spot, along + across];
  }
  return best;
}
