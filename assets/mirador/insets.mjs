// Small maps of what the large one cannot show: Cúcuta and Villa del Rosario, which are slivers on it,
// and San Andrés and Providencia, 700 km from the coast. In the colours of the large map.

import { highest, radiusOf } from "./circles.mjs";
import { boundsOf, outline, projection } from "./importing_map.mjs";
import { placed } from "./labels.mjs";
import { map } from "./map.mjs";
import { svg } from "./tree.mjs";

const ISLANDS = ["88001", "88564"];
const ISLAND_SIZE = [58, 52];
const ISLAND_MARGIN_DEG = 0.01;

const CUCUTA = ["54874", "54001", "54405"];
const CUCUTA_BOX = [-72.605, 7.632, -72.325, 7.958];
const CUCUTA_SIZE = [132, 142];
/** In the part of Cúcuta that the small map shows: its own point lies further north. */
const CUCUTA_POINT = [-72.475, 7.925];
const LETTER = 5.9;
const LINE = 11;
const LONG = 12;
/** Once Villa del Rosario is this wide on the large map, the small one has nothing to add. */
const WIDE_ENOUGH_PX = 36;

/** The islands of a scope, in order; none where the scope lies on the mainland. */
export const islandsOf = (scope) => ISLANDS.filter((code) => scope.includes(code));

/** Draws the small maps that a scope needs and hides the others. */
export function insets(slice, all, known, { describe, selected }) {
  const entries = new Map(all.map((entry) => [entry.code, entry]));
  const view = { slice: slice.fill, scope: new Set(slice.scope), entries, known, describe, selected };
  show("map-islands", islandsOf(slice.scope).map((code) => island(code, view)).filter(Boolean));
  show("map-inset-box", view.scope.has(CUCUTA[0]) ? [cucuta(view)] : []);
  fitInsets();
}

function show(id, pictures) {
  const place = document.getElementById(id);
  if (!place) return;
  place.hidden = !pictures.length;
  place.lastElementChild.replaceChildren(...pictures);
}

/** Hides the small map of Cúcuta where the large one shows as much. */
export function fitInsets() {
  const place = document.getElementById("map-inset-box");
  const leaflet = map();
  if (!place || !leaflet) return;
  const degree = (256 * 2 ** leaflet.getZoom()) / 360;
  place.classList.toggle("spare", 0.077 * degree > WIDE_ENOUGH_PX);
}

const frameOf = ([width, height], ...children) => svg("Svg", { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) }, ...children);

function island(code, view) {
  const feature = view.known.byCode.get(code);
  if (!feature) return null;
  const project = projection(boundsOf(feature.geometry.coordinates), ...ISLAND_SIZE, ISLAND_MARGIN_DEG);
  return frameOf(ISLAND_SIZE, shape(feature, project, view), ...circles([feature], project, view));
}

function cucuta(view) {
  const project = projection(CUCUTA_BOX, ...CUCUTA_SIZE, 0);
  const [west, south, east, north] = CUCUTA_BOX;
  const near = view.known.territories.features.filter((feature) => {
    feature.box ??= boundsOf(feature.geometry.coordinates);
    return feature.box[0] < east && feature.box[2] > west && feature.box[1] < north && feature.box[3] > south;
  });
  const order = near.sort((a, b) => (a.id === view.selected) - (b.id === view.selected));
  return frameOf(CUCUTA_SIZE, ...order.map((feature) => shape(feature, project, view)), ...circles(near, project, view), ...names(project, view));
}

function shape(feature, project, { scope, entries, describe, selected }) {
  const { id } = feature;
  const entry = scope.has(id) ? entries.get(id) ?? entries.get(id.slice(0, 2)) : null;
  const d = outline(feature.geometry, project);
  if (!entry) return svg("Path", { d, className: "outside" });
  const title = describe(id);
  const own = { d, fill: entry.fill, "data-code": id, "data-pick": id, role: "button", tabindex: "0", "aria-label": title };
  const path = svg("Path", own, svg("Title", {}, title));
  if (id !== selected) return path;
  return svg("G", { className: "chosen" }, path, svg("Path", { d, className: "halo" }), svg("Path", { d, className: "edge" }));
}

/** Counts are circles, of the size that they have on the large map. */
function circles(features, project, { slice, entries }) {
  if (!slice.count) return [];
  return features.filter(({ id }) => entries.get(id)?.value > 0).map(({ id, properties: { p } }) => {
    const [x, y] = project(id === CUCUTA[1] ? CUCUTA_POINT : p);
    const radius = radiusOf(entries.get(id).value, highest(slice));
    return svg("Circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1), className: "count" });
  });
}

/** Names in two lines where they are long; beside their point, for the areas are narrow. */
function names(project, { known, slice, entries }) {
  const discs = [];
  const candidates = CUCUTA.map((code) => {
    const [x, y] = project(code === CUCUTA[1] ? CUCUTA_POINT : known.points.get(code));
    const lines = twoLines(known.names.get(code));
    const count = slice.count ? entries.get(code)?.value ?? 0 : 0;
    const radius = count > 0 ? radiusOf(count, highest(slice)) : 0;
    if (radius) discs.push({ x, y, r: radius });
    const half = (Math.max(...lines.map(({ length }) => length)) * LETTER) / 2;
    return { lines, x, y, half, height: lines.length * LINE + 2, radius: radius || (code === CUCUTA[0] ? 1 : 0) };
  });
  const free = placed(candidates, { frame: [1, 1, CUCUTA_SIZE[0] - 1, CUCUTA_SIZE[1] - 1], taken: discs, most: CUCUTA.length });
  return free.flatMap(({ lines, x, y, dx, dy }) => lines.map((line, i) =>
    svg("Text", { x: (x + dx).toFixed(1), y: (y + dy + 4 + (i - (lines.length - 1) / 2) * LINE).toFixed(1), textAnchor: "middle" }, line)));
}

/** A long name in two lines of about the same length. */
export function twoLines(name) {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length <= LONG || !spaces.length) return [name];
  const at = spaces.reduce((best, i) => (Math.abs(i - name.length / 2) < Math.abs(best - name.length / 2) ? i : best));
  return [name.slice(0, at), name.slice(at + 1)];
}
