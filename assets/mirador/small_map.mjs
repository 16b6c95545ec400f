// One small map: its areas in one path for each fill, so that twelve of them cost what one does.

import { COUNT_INK, STATE, entries, tally, yearIndex } from "./classes.mjs";
import { radiusOf } from "./circles.mjs";
import { around, boundsOf, projection } from "./importing_map.mjs";
import { svg } from "./tree.mjs";

export const WIDTH = 260;
export const HEIGHT = 220;
/** Corners closer than this to the one before are left out: on the screen nobody sees them. */
const FINEST_PX = 0.4;
export const SHRUNK = 0.45;

/** Territories of a scope, borders of departments and the land around, projected once for all the small maps. */
export function placed(scope, { byCode, full, departments, land, countries }) {
  const features = scope.map((code) => byCode.get(code)).filter(Boolean);
  const project = projection(around(features.map(({ geometry }) => boundsOf(geometry.coordinates))), WIDTH, HEIGHT);
  const places = features.map((feature) => ({ ...drawn(feature, project), name: full.get(feature.id), at: project(feature.properties.p) }));
  const of = (...layers) => layers.flatMap(({ features: all }) => all.map((feature) => drawn(feature, project)));
  return { places, borders: of(departments), ground: of(land, countries) };
}

const LINES = { LineString: (lines) => [lines], MultiLineString: (lines) => lines, Polygon: (rings) => rings, MultiPolygon: (polygons) => polygons.flat() };

function drawn({ id = "", geometry: { type, coordinates } }, project) {
  const [west, south, east, north] = boundsOf(coordinates);
  const [[left, bottom], [right, top]] = [project([west, south]), project([east, north])];
  return { code: id, box: [left, top, right, bottom], rings: LINES[type](coordinates).map((line) => line.map(project)), open: type.includes("Line") };
}

/** A ring as SVG writes it, without corners that the scale does not show. */
export function written(ring, scale = 1, end = "Z") {
  const least = FINEST_PX * scale;
  const kept = [ring[0]];
  for (const point of ring) {
    const [x, y] = kept.at(-1);
    if (Math.abs(point[0] - x) + Math.abs(point[1] - y) >= least) kept.push(point);
  }
  const digits = scale < 0.5 ? 2 : 1;
  return `M${kept.map(([x, y]) => `${x.toFixed(digits)} ${y.toFixed(digits)}`).join("L")}${end}`;
}

const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Outlines by code of what a window of the small maps shows, as fine as its scale asks for. */
export function outlines(places, [x, y, width, height]) {
  const shown = places.filter(({ box }) => meets(box, [x, y, x + width, y + height]));
  return new Map(shown.map(({ code, rings, open }) => [code, rings.map((ring) => written(ring, width / WIDTH, open ? "" : "Z")).join("")]));
}

/** All outlines of a layer as one path. */
export const outlined = (layer, window) => layer.map((one) => outlines([one], window).get(one.code) ?? "").join("");

/** What stands in a territory of a small map: its own entry, or that of its department. */
export const entryAt = (map, code) => map.byCode.get(code) ?? map.byCode.get(code.slice(0, 2));

/** A small map of one year of a slice, before it is drawn. */
export function smallMap(title, slice, year) {
  const all = entries(slice, year === null ? -1 : yearIndex(slice.years, year));
  return { title, slice, all, byCode: new Map(all.map((entry) => [entry.code, entry])) };
}

/** Entries of a small map that have a value. */
export const known = ({ all }) => all.filter(({ value }) => value !== null);

/** How many territories of a small map stand in each state, in words. */
export function caption({ all }, { states }) {
  const counts = tally(all, 9).states;
  return states.map((name, state) => [name, counts[state]]).filter(([, count], state) => count || state === STATE.VALUE).map(([name, count]) => `${name} ${count}`).join(" · ");
}

/** Outlines of a small map by their fill. */
export function byFill(map, drawn) {
  const fills = new Map();
  for (const [code, path] of drawn) {
    const fill = entryAt(map, code)?.fill ?? "var(--map-paper)";
    fills.set(fill, (fills.get(fill) ?? "") + path);
  }
  return fills;
}

const MARKED = [STATE.EARLIER, STATE.UNRELIABLE];

/** Draws the areas of a small map; figures of another year and unreliable ones keep their edge. */
export function areas(map, drawn) {
  const edges = MARKED.map((state) => ({ state, d: [...drawn].map(([code, path]) => (entryAt(map, code)?.state === state ? path : "")).join("") }));
  return [
    ...[...byFill(map, drawn)].map(([fill, d]) => svg("Path", { d, fill })),
    ...edges.filter(({ d }) => d).map(({ state, d }) => svg("Path", { d, className: `edge edge-${state}` })),
  ];
}

/** Counts are circles, whose area is the count; `high` has the largest in every small map. */
export function circles(map, places, high) {
  if (!map.slice.count) return [];
  const counted = places.map(({ code, at }) => [map.byCode.get(code)?.value, at]).filter(([value]) => value > 0);
  return counted.sort((a, b) => b[0] - a[0]).map(([value, [x, y]]) =>
    svg("Circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: (radiusOf(value, high) * SHRUNK).toFixed(1), fill: COUNT_INK, "fill-opacity": "0.5" }));
}

/** Territory under a point of the small maps, or none. */
export function under([x, y], places) {
  const inside = (ring) => {
    let odd = false;
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring.at(i - 1);
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    });
    return odd;
  };
  const found = places.find(({ box, rings }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && rings.filter(inside).length % 2);
  return found?.code ?? "";
}
