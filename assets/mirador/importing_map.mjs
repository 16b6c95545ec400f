// Where a file would change something: the municipalities that it touches, on the map in use.

import { fill, number } from "./format.mjs";
import { features } from "./topology.mjs";
import { html, svg } from "./tree.mjs";

const WIDTH = 460;
const HEIGHT = 340;
const MARGIN_DEG = 0.25;
const LATITUDE_COSINE = 0.995;

/** Bounding box of GeoJSON coordinates: west, south, east, north. */
export function boundsOf(coordinates) {
  const flat = coordinates.flat(Infinity);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.length; i += 2) {
    box[0] = Math.min(box[0], flat[i]);
    box[1] = Math.min(box[1], flat[i + 1]);
    box[2] = Math.max(box[2], flat[i]);
    box[3] = Math.max(box[3], flat[i + 1]);
  }
  return box;
}

/** The smallest box around several. */
export const around = (boxes) => boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);

const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Degrees to pixels so that a box fits the picture, its middle in the middle. */
export function projection([west, south, east, north], width = WIDTH, height = HEIGHT, margin = MARGIN_DEG) {
  const spanX = (east - west + 2 * margin) * LATITUDE_COSINE;
  const spanY = north - south + 2 * margin;
  const scale = Math.min(width / spanX, height / spanY);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return ([lon, lat]) => [width / 2 + (lon - x) * LATITUDE_COSINE * scale, height / 2 - (lat - y) * scale];
}

const ring = (points, project) => `M${points.map((at) => project(at).map((v) => v.toFixed(1)).join(" ")).join("L")}Z`;

/** The outline of a polygon or of several, as SVG writes it. */
export function outline({ type, coordinates }, project) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons.flat().map((points) => ring(points, project)).join("");
}

/** A small map with the touched municipalities marked; nothing when none of them is drawn. */
export async function changesMap({ geometry, words, language }, codes) {
  const response = await fetch(geometry);
  const drawn = features(await response.json(), "municipios").features.map((unit) => ({ unit, box: boundsOf(unit.geometry.coordinates) }));
  const touched = new Set(codes);
  const marked = drawn.filter(({ unit }) => touched.has(unit.id));
  if (!marked.length) return "";
  const frame = around(marked.map(({ box }) => box));
  const seen = [frame[0] - MARGIN_DEG * 8, frame[1] - MARGIN_DEG * 8, frame[2] + MARGIN_DEG * 8, frame[3] + MARGIN_DEG * 8];
  const project = projection(frame);
  const rest = drawn.filter(({ unit, box }) => !touched.has(unit.id) && meets(box, seen));
  const paths = [...rest.map(({ unit }) => shape(unit, "rest", project)), ...marked.map(({ unit }) => shape(unit, "touched", project))];
  const caption = fill(words.on_map, number(marked.length, 0, language));
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": caption, className: "changes-map" }, ...paths);
  return html("Figure", {}, picture, html("Figcaption", {}, caption));
}

const shape = ({ id, properties: { n }, geometry }, kind, project) =>
  svg("path", { d: outline(geometry, project), className: kind, "data-code": id }, svg("title", {}, `${n} (${id})`));
