// Moves and enlarges all the small maps together: by wheel, drag, two fingers or buttons.

import { HEIGHT, WIDTH } from "./small_map.mjs";

const CLOSEST = 1 / 12;
const STEP = 1.5;
const STILL_PX = 4;

export const WHOLE = [0, 0, WIDTH, HEIGHT];

/** A window enlarged by `factor` around a point of it, kept within the whole. */
export function zoomed([x, y, width, height], factor, [px, py]) {
  const part = Math.min(1, Math.max(CLOSEST, width / WIDTH / factor));
  const by = (part * WIDTH) / width;
  return within([px - (px - x) * by, py - (py - y) * by, width * by, height * by]);
}

/** A window moved by a distance, kept within the whole. */
export const moved = ([x, y, width, height], [dx, dy]) => within([x + dx, y + dy, width, height]);

const within = ([x, y, width, height]) => [
  Math.min(Math.max(0, x), WIDTH - width), Math.min(Math.max(0, y), HEIGHT - height), width, height,
];

const middle = ([x, y, width, height]) => [x + width / 2, y + height / 2];

/**
 * Listens to a grid of small maps.
 *
 * @param show called with the new window; `point` with a place, `press` with a place that was
 *   pressed without moving, both as `[x, y]` of the whole.
 */
export function setUpView(grid, { show, point, press }) {
  let window_ = WHOLE;
  const fingers = new Map();
  let start = null;
  const to = (next) => show((window_ = next));
  const pictureOf = (target) => target.closest?.("svg.small");
  const placeOf = ({ clientX, clientY }, picture) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    return [window_[0] + ((clientX - left) / width) * window_[2], window_[1] + ((clientY - top) / height) * window_[3]];
  };
  const perPixel = (picture) => window_[2] / picture.getBoundingClientRect().width;
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };

  grid.addEventListener("wheel", (event) => {
    const picture = pictureOf(event.target);
    if (!picture || !(event.ctrlKey || window_[2] < WIDTH)) return;
    event.preventDefault();
    to(zoomed(window_, event.deltaY < 0 ? STEP : 1 / STEP, placeOf(event, picture)));
  }, { passive: false });
  grid.addEventListener("pointerdown", (event) => {
    const picture = pictureOf(event.target);
    if (!picture) return;
    fingers.set(event.pointerId, event);
    start = { picture, event, moved: fingers.size > 1 };
    picture.setPointerCapture(event.pointerId);
  });
  grid.addEventListener("pointermove", (event) => {
    const picture = pictureOf(event.target);
    const before = fingers.get(event.pointerId);
    if (picture) point(placeOf(event, picture));
    if (!before || !start) return;
    if (fingers.size === 2) {
      const wide = spread();
      fingers.set(event.pointerId, event);
      return to(zoomed(window_, spread() / wide, placeOf(event, start.picture)));
    }
    start.moved ||= Math.hypot(event.clientX - start.event.clientX, event.clientY - start.event.clientY) > STILL_PX;
    fingers.set(event.pointerId, event);
    const scale = perPixel(start.picture);
    if (start.moved && window_[2] < WIDTH) to(moved(window_, [(before.clientX - event.clientX) * scale, (before.clientY - event.clientY) * scale]));
  });
  const left = (event) => {
    if (fingers.delete(event.pointerId) && start && !start.moved && event.type === "pointerup") press(placeOf(event, start.picture));
    if (!fingers.size) start = null;
  };
  grid.addEventListener("pointerup", left);
  grid.addEventListener("pointercancel", left);
  grid.addEventListener("pointerleave", () => point(null));
  return {
    zoom: (factor) => to(zoomed(window_, factor, middle(window_))),
    whole: () => to(WHOLE),
  };
}
