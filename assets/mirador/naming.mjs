// Writes names on the map: municipalities of the scope, more of them the closer one looks, and the
// neighbouring countries wherever they have room. Written anew when the view or its marks change.

import { boundsOf } from "./importing_map.mjs";
import { inRings, placed, pointFeature, roomFor } from "./labels.mjs";
import { map } from "./map.mjs";
import { collection, unchanged } from "./page.mjs";

/** Names need room: one for so many square pixels of free map. */
const ROOM = 16_000;
const MOST = 45;
const FONT = "600 11.5px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const EDGE = 6;
const SETTLE_MS = 90;
const SMALL_MARK = 3.5;
const CENTRED = 4;
const COUNTRY_STEP = 14;
const COUNTRY_LETTER = 13;
const COUNTRY_HEIGHT = 18;
const CAPITAL = /^(?!25)\d\d001$/;
const CARDS = ".cards .float, .inset, .leaflet-control, .home, .tools, .watermark";

const view = { slice: null, selected: "", ground: null };
let due = 0;
let watcher = null;

/** Names of another scope or choice; written once its marks stand. */
export function look(slice, selected, ground) {
  Object.assign(view, { slice, selected, ground });
  nameSoon();
}

/** After the last of several changes. */
export function nameSoon() {
  clearTimeout(due);
  due = setTimeout(write, SETTLE_MS);
}

function write() {
  const leaflet = map();
  if (!leaflet || !view.slice) return;
  watch(leaflet);
  const place = leaflet.getContainer().getBoundingClientRect();
  const frame = [EDGE, EDGE, place.width - EDGE, place.height - EDGE];
  const taken = obstacles(leaflet, place);
  // Narrow countries have one place at most, so they come first; wide ones take what names leave.
  const narrow = countries(leaflet, frame, taken, ({ small }) => small);
  const busy = [...taken, ...narrow.map(({ box }) => box)];
  const marked = candidates(leaflet, frame).map((name) => ({ ...name, radius: radiusAt(name, taken), own: ownRadius(name, taken) }));
  const names = placed(marked, { frame, taken: busy, most: Math.min(MOST, Math.round(freeArea(frame, taken) / ROOM)) });
  const boxes = names.map(({ x, y, dx, dy, half }) => [x + dx - half, y + dy - 8, x + dx + half, y + dy + 8]);
  const wide = countries(leaflet, frame, [...busy, ...boxes], ({ small }) => !small);
  send("map-labels", names.map(pointFeature));
  send("map-country-labels", [...narrow, ...wide].map(pointFeature));
}

function send(id, features) {
  if (unchanged(id, JSON.stringify(features))) return;
  window.dash_clientside.set_props(id, { data: collection(features) });
}

/** Marks come and go by themselves: clusters part, circles grow with the year. */
function watch(leaflet) {
  if (watcher?.leaflet === leaflet) return;
  const observer = new MutationObserver(nameSoon);
  for (const pane of ["circles", "points"]) observer.observe(leaflet.getPane(pane), { childList: true, subtree: true });
  new ResizeObserver(nameSoon).observe(document.querySelector(".cards"));
  leaflet.on("zoomend moveend resize", nameSoon);
  watcher = { leaflet };
}

const areaOf = ([left, top, right, bottom]) => (right - left) * (bottom - top);

/** Square pixels of a frame that no card covers. */
export function freeArea(frame, taken) {
  const inside = ([left, top, right, bottom]) => [Math.max(left, frame[0]), Math.max(top, frame[1]), Math.min(right, frame[2]), Math.min(bottom, frame[3])];
  const covered = taken.filter(Array.isArray).map(inside).filter(([left, top, right, bottom]) => right > left && bottom > top);
  return covered.reduce((area, box) => area - areaOf(box), areaOf(frame));
}

/** What lies on the map already: circles, points and the cards that float over it. */
function obstacles(leaflet, place) {
  const shift = ({ left, top, right, bottom }) => [left - place.left, top - place.top, right - place.left, bottom - place.top];
  const disc = (element) => {
    const [left, top, right, bottom] = shift(element.getBoundingClientRect());
    return { x: (left + right) / 2, y: (top + bottom) / 2, r: (right - left) / 2 };
  };
  const boxes = [...document.querySelectorAll(`${CARDS}, .centre-point span`)].map((element) => shift(element.getBoundingClientRect()));
  const round = [...leaflet.getPane("circles").querySelectorAll("path"), ...leaflet.getPane("points").querySelectorAll(".unit-cluster, .unit-point")];
  return [...boxes.filter(([left, , right]) => right > left), ...round.map(disc).filter(({ r }) => r > SMALL_MARK)];
}

/** How far from its point a name must stand to be clear of the discs that lie on the point. */
export function radiusAt({ x, y }, taken) {
  const reach = ({ x: cx, y: cy, r }) => { const away = Math.hypot(cx - x, cy - y); return away < r ? r + away : 0; };
  return Math.max(0, ...taken.filter((thing) => !Array.isArray(thing)).map(reach));
}

/** Radius of the mark that stands on a point itself, and not only over it; 0 for none. */
export function ownRadius({ x, y }, taken) {
  const on = taken.filter((thing) => !Array.isArray(thing) && Math.hypot(thing.x - x, thing.y - y) < CENTRED);
  return Math.max(0, ...on.map(({ r }) => r));
}

/** The chosen one, capitals, the most populated, then those whose area is wide enough for a name. */
function candidates(leaflet, frame) {
  const { slice, selected, ground } = view;
  const scope = new Set(slice.scope);
  const first = [selected, ...slice.important.filter((code) => CAPITAL.test(code)), ...slice.important];
  const known = new Set(first);
  const rest = slice.scope.filter((code) => !known.has(code));
  const named = (code) => candidate(code, leaflet, ground);
  const seen = ({ x, y }) => x > frame[0] && x < frame[2] && y > frame[1] && y < frame[3];
  const leading = [...known].filter((code) => scope.has(code) && ground.points.has(code)).map(named).filter(seen);
  const others = rest.filter((code) => ground.points.has(code)).map(named).filter(seen).map((name) => ({ ...name, span: spanOf(name.code, leaflet, ground) }));
  const wide = others.filter(({ span, half }) => span > 2 * half).sort((a, b) => b.span - a.span);
  return [...leading, ...wide].map((name) => ({ ...name, kind: name.code === selected ? "chosen" : "" }));
}

function candidate(code, leaflet, ground) {
  const at = ground.points.get(code);
  const { x, y } = leaflet.latLngToContainerPoint([at[1], at[0]]);
  const name = ground.names.get(code);
  return { code, name, at, x, y, half: widthOf(name) / 2 + 2 };
}

/** Width of a municipality on the screen. */
function spanOf(code, leaflet, ground) {
  const feature = ground.byCode.get(code);
  if (!feature) return 0;
  feature.box ??= boundsOf(feature.geometry.coordinates);
  const [west, , east] = feature.box;
  return ((east - west) / 360) * 256 * 2 ** leaflet.getZoom();
}

const widths = new Map();
let pen = null;

function widthOf(name) {
  if (!widths.has(name)) {
    pen ??= document.createElement("canvas").getContext("2d");
    pen.font = FONT;
    widths.set(name, pen.measureText(name).width);
  }
  return widths.get(name);
}

/** Names of the neighbours, each in the middle of what is seen of it; its ends may reach the sea. */
function countries(leaflet, frame, taken, chosen) {
  const { ground } = view;
  const busy = [...taken];
  const degrees = (x, y) => { const { lat, lng } = leaflet.containerPointToLatLng([x, y]); return [lng, lat]; };
  return ground.countryAreas.filter(chosen).flatMap((area) => {
    const others = ground.countryAreas.filter((other) => other !== area);
    const isOwn = (x, y, end) => {
      const at = degrees(x, y);
      if (holds(area, at)) return true;
      return Boolean(end) && area.small && !others.some((other) => holds(other, at)) && !onLand(at, ground);
    };
    const size = [area.name.length * COUNTRY_LETTER, COUNTRY_HEIGHT];
    const spot = roomFor(isOwn, size, { frame, taken: busy, step: COUNTRY_STEP });
    if (!spot) return [];
    const box = [spot[0] - size[0] / 2, spot[1] - size[1] / 2, spot[0] + size[0] / 2, spot[1] + size[1] / 2];
    busy.push(box);
    return [{ name: area.name, at: degrees(...spot), box }];
  });
}

const inBox = ([x, y], [west, south, east, north]) => x > west && x < east && y > south && y < north;
const holds = ({ box, rings }, at) => inBox(at, box) && inRings(at, rings);

/** Whether a point lies in Colombia. */
function onLand(at, { territories }) {
  return territories.features.some((feature) => {
    feature.box ??= boundsOf(feature.geometry.coordinates);
    return inBox(at, feature.box) && inRings(at, ringsOf(feature.geometry));
  });
}

/** All rings of a polygon or of several. */
export const ringsOf = ({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat());
