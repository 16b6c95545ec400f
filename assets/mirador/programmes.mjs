// The map of the view of programmes: circles for counts, arcs for people who moved, over the outlines.

import { radiusOf } from "./circles.mjs";
import { HEIGHT, WIDTH, placed, written } from "./small_map.mjs";
import { features, topologyAt } from "./topology.mjs";
import { svg } from "./tree.mjs";

const FINE = 0.4;
const SHRUNK = 0.42;
const WIDEST = 5;
const THINNEST = 0.7;
/** How far an arc bends to its right, as a part of its length: there and back are two arcs. */
const BEND = 0.18;
/** Arcs end this far from the middle of a municipality, so that their heads are seen. */
const SHORT = 3;

/** Width of an arc of `value` people where `most` has the widest: twice the people, twice as wide. */
export const widthOf = (value, most) => Math.max(THINNEST, (value / most) * WIDEST);

/** An arc from a place to another as SVG writes it, bent to its right; nothing from a place to itself. */
export function arc([x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  if (!length) return "";
  const cut = Math.min(SHORT, length / 3);
  const [ex, ey] = [x2 - (dx / length) * cut, y2 - (dy / length) * cut];
  const [cx, cy] = [(x1 + ex) / 2 - dy * BEND, (y1 + ey) / 2 + dx * BEND];
  return `M${[x1, y1].map((v) => v.toFixed(1)).join(" ")}Q${[cx, cy, ex, ey].map((v) => v.toFixed(1)).join(" ")}`;
}

const outlined = (rings, open) => rings.map((ring) => written(ring, FINE, open ? "" : "Z")).join("");

const layer = (all, className) => svg("Path", { d: all.map(({ rings, open }) => outlined(rings, open)).join(""), className });

const named = (label) => svg("Title", {}, label);

/** Circles, the largest first so that small ones stay on top. */
function circlesOf(circles, at) {
  const most = Math.max(...circles.map(({ value }) => value));
  return [...circles].sort((a, b) => b.value - a.value).filter(({ code }) => at.has(code)).map(({ code, value, label }) => {
    const [x, y] = at.get(code);
    return svg("Circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: (radiusOf(value, most) * SHRUNK).toFixed(1), className: "count" }, named(label));
  });
}

/** Arcs with their heads, the widest first. */
function arcsOf(arcs, at) {
  const most = Math.max(...arcs.map(({ value }) => value));
  return [...arcs].sort((a, b) => b.value - a.value).filter(({ from, to }) => at.has(from) && at.has(to)).map(({ from, to, value, label }) =>
    svg("Path", { d: arc(at.get(from), at.get(to)), className: "flow", "stroke-width": widthOf(value, most).toFixed(2), "marker-end": "url(#flow-head)" }, named(label)));
}

const HEAD = () => svg("Defs", {}, svg("Marker", { id: "flow-head", viewBox: "0 0 6 6", refX: "4", refY: "3", markerWidth: "5", markerHeight: "5", markerUnits: "userSpaceOnUse", orient: "auto" }, svg("Path", { d: "M0 0L6 3L0 6Z", className: "flow-head" })));

/** Draws the map where the page has a place for it; its table is there before and without it. */
export async function setUpProgrammes(picture, geometry) {
  const box = document.getElementById("programme-map");
  if (!box || !picture) return;
  const { topology, arcs } = await topologyAt(geometry);
  const of = (name) => features(topology, name, arcs);
  const byCode = new Map(of("municipios").features.map((feature) => [feature.id, feature]));
  const full = new Map([...byCode].map(([code, { properties: { n } }]) => [code, n]));
  const { places, borders, ground } = placed(picture.codes, { byCode, full, departments: of("departamentos"), land: of("tierra"), countries: of("paises") });
  const at = new Map(places.map(({ code, at: point }) => [code, point]));
  box.replaceChildren(svg("Svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": picture.label },
    HEAD(), layer(ground, "ground"), layer(places, "place"), layer(borders, "border"),
    ...(picture.arcs.length ? arcsOf(picture.arcs, at) : []),
    ...(picture.circles.length ? circlesOf(picture.circles, at) : [])));
}
