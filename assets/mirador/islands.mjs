// San Andrés and Providencia, 700 km from the coast: where the scope has them, they get a small map
// of their own, each at its own scale, in the colours of the large one.

import { boundsOf, outline, projection } from "./importing_map.mjs";
import { svg } from "./tree.mjs";

const CODES = ["88001", "88564"];
const SIZE = [74, 70];
const MARGIN_DEG = 0.01;

/** The islands of a scope, in order; none where the scope lies on the mainland. */
export const islandsOf = (scope) => CODES.filter((code) => scope.includes(code));

/** Draws the islands, or hides their place. */
export function islands(slice, all, known, describe) {
  const place = document.getElementById("map-islands");
  if (!place) return;
  const features = islandsOf(slice.scope).map((code) => known.byCode.get(code)).filter(Boolean);
  place.hidden = !features.length;
  if (place.hidden) return;
  const entries = new Map(all.map((entry) => [entry.code, entry]));
  const shapes = features.map(({ id, geometry }) => {
    const entry = entries.get(id) ?? entries.get(id.slice(0, 2));
    const project = projection(boundsOf(geometry.coordinates), ...SIZE, MARGIN_DEG);
    const title = describe(id);
    const shape = svg("Path", { d: outline(geometry, project), fill: entry?.fill ?? "var(--map-paper)", "data-code": id, "data-pick": id, role: "button", tabindex: "0", "aria-label": title }, svg("Title", {}, title));
    return svg("Svg", { viewBox: `0 0 ${SIZE[0]} ${SIZE[1]}` }, shape);
  });
  place.lastElementChild.replaceChildren(...shapes);
}
