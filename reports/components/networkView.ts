/** What part of a drawing is shown: a scale and where its corner lies, in pixels. */
export interface View {
  scale: number;
  left: number;
  top: number;
}

const LEAST = 0.5;
const MOST = 40;

/** Returns the view zoomed by a factor about a point of the canvas. */
export function zoomed(view: View, factor: number, [x, y]: [number, number], home: View): View {
  const scale = Math.max(home.scale * LEAST, Math.min(home.scale * MOST, view.scale * factor));
  const change = scale / view.scale;
  return {scale, left: x - (x - view.left) * change, top: y - (y - view.top) * change};
}

/** Lets pointers and keys move and zoom a canvas: drag, wheel, two fingers, arrows, plus, minus and 0. */
export function moveView(
  canvas: HTMLCanvasElement,
  home: View,
  {
    onChange,
    onHover,
    onPress
  }: {
    onChange: (view: View) => void;
    onHover: (point: [number, number] | null) => void;
    onPress: (point: [number, number]) => void;
  }
): void {
  let view = home;
  let moved = 0;
  const pointers = new Map<number, [number, number]>();
  const show = (next: View) => onChange((view = next));
  const pointOf = (event: MouseEvent): [number, number] => [event.offsetX, event.offsetY];
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
      event.preventDefault();
      show(zoomed(view, Math.exp(-event.deltaY / 300), pointOf(event), home));
    },
    {passive: false}
  );
  canvas.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, pointOf(event));
    canvas.setPointerCapture(event.pointerId);
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [before, now] = [pointers.get(event.pointerId), pointOf(event)];
    if (!before) return onHover(now);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    if (!other)
      return show({...view, left: view.left + now[0] - before[0], top: view.top + now[1] - before[1]});
    const spread = (point: [number, number]) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
    show(zoomed(view, spread(now) / spread(before), other, home));
  });
  const release = (event: PointerEvent) => {
    if (pointers.delete(event.pointerId) && moved < 5 && event.type === "pointerup") onPress(pointOf(event));
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => onHover(null));
  canvas.addEventListener("keydown", (event) => {
    const middle: [number, number] = [canvas.clientWidth / 2, canvas.clientHeight / 2];
    const steps: Record<string, View> = {
      ArrowLeft: {...view, left: view.left + 60},
      ArrowRight: {...view, left: view.left - 60},
      ArrowUp: {...view, top: view.top + 60},
      ArrowDown: {...view, top: view.top - 60},
      "+": zoomed(view, 1.4, middle, home),
      "=": zoomed(view, 1.4, middle, home),
      "-": zoomed(view, 1 / 1.4, middle, home),
      "0": home
    };
    const next = steps[event.key];
    if (!next) return;
    event.preventDefault();
    show(next);
  });
}
