// Which names fit on the map: the most important first, none over another.

const HEIGHT = 16;
const LETTER = 6.6;

/**
 * Names to write, greedily by order, skipping any that would touch one already placed.
 *
 * @param candidates `{code, name, at: [lon, lat]}` in order of importance.
 * @param project from `[lon, lat]` to pixels `{x, y}`.
 * @param most how many at the most.
 */
export function placed(candidates, project, most) {
  const boxes = [];
  const kept = [];
  for (const candidate of candidates) {
    if (kept.length >= most) break;
    const { x, y } = project(candidate.at);
    const half = (candidate.name.length * LETTER) / 2;
    const box = [x - half, y - HEIGHT / 2, x + half, y + HEIGHT / 2];
    if (boxes.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3])) {
      boxes.push(box);
      kept.push(candidate);
    }
  }
  return kept;
}

export const pointFeature = ({ name, at }) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: at },
  properties: { name },
});
