// Which names fit on the map: the most important first, each beside its mark, none over another
// name, a circle, a cluster or a card. Boxes are [left, top, right, bottom], discs {x, y, r}, in pixels.

const HEIGHT = 15;
const GAP = 3;
/** Ways out of the way of a mark, best first: unit steps of the box and of the gap. */
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -0.7], [-1, -0.7], [1, 0.7], [-1, 0.7]];
const REACHES = [0, 7, 15];
/** Farther than this from its point, or from its own mark, a name would be read as another's. */
const MOST_AWAY = 26;

const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Whether a box touches something that is already on the map. */
export function touches(box, thing) {
  if (Array.isArray(thing)) return meets(box, thing);
  const dx = Math.max(box[0] - thing.x, 0, thing.x - box[2]);
  const dy = Math.max(box[1] - thing.y, 0, thing.y - box[3]);
  return dx * dx + dy * dy < thing.r * thing.r;
}

export const within = (box, frame) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];

const around = (x, y, { half, height = HEIGHT }) => [x - half, y - height / 2, x + half, y + height / 2];

/** Places of a name: on its point where nothing marks it, else on its sides, near ones first. */
export function anchors({ x, y, radius, half, height = HEIGHT }) {
  const sides = REACHES.flatMap((reach) => SIDES.map(([sx, sy]) => {
    const out = radius + GAP + reach;
    return [x + sx * (half + (sy ? out * 0.6 - half * 0.2 : out)), y + sy * (height / 2 + out)];
  }));
  return radius ? sides : [[x, y], ...sides];
}

/** Whether a name stands by its point: a mark of others that covers the point may push it away. */
function isNear([left, top, right, bottom], { x, y, own }) {
  const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  return away <= (own ?? Infinity) + MOST_AWAY;
}

/**
 * Names to write, greedily by order; one that finds no free place is left out.
 *
 * @param candidates `{name, x, y, radius, own, half, height}` in order of importance: point, radius of what
 *   covers it (0 for nothing) and of its own mark, half the width of the name and its height, in pixels.
 * @param frame box that names stay in.
 * @param taken boxes and discs that no name may touch.
 * @param most how many at the most.
 */
export function placed(candidates, { frame, taken, most }) {
  const busy = [...taken];
  const kept = [];
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    const spot = anchors(candidate).find(([x, y]) => {
      const box = around(x, y, candidate);
      return isNear(box, candidate) && isFree(box, frame, busy);
    });
    if (!spot) continue;
    busy.push(around(...spot, candidate));
    kept.push({ ...candidate, dx: spot[0] - candidate.x, dy: spot[1] - candidate.y });
  }
  return kept;
}

export const isFree = (box, frame, busy) => within(box, frame) && !busy.some((thing) => touches(box, thing));

/** Whether a point lies inside rings; holes and islands are rings like any other. */
export function inRings([x, y], rings) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
      if ((yi > y) !== (yj > y) && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/**
 * The middle of the free part of an area: where its name stands, or `null` where it has no room.
 *
 * @param isOwn whether a pixel may carry the name; asked at both ends and in the middle.
 * @param size width and height of the name.
 */
export function roomFor(isOwn, [width, height], { frame, taken, step }) {
  const spots = [];
  for (let y = frame[1] + height / 2; y < frame[3]; y += step) {
    for (let x = frame[0] + width / 2; x < frame[2]; x += step) {
      const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      if (isOwn(x, y, 0) && isOwn(box[0], y, -1) && isOwn(box[2], y, 1) && isFree(box, frame, taken)) spots.push([x, y]);
    }
  }
  if (!spots.length) return null;
  const mean = [0, 1].map((axis) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length);
  const far = ([x, y]) => (x - mean[0]) ** 2 + (y - mean[1]) ** 2;
  return spots.reduce((best, spot) => (far(spot) < far(best) ? spot : best));
}

/** A name as the map draws it, moved by `dx` and `dy` pixels from its point. */
export const pointFeature = ({ name, at, dx = 0, dy = 0, kind = "" }) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: at },
  properties: { name, dx: Math.round(dx), dy: Math.round(dy), kind },
});
