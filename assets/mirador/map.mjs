// What Leaflet draws. Fills are repainted in place: setting a new hideout would make dash-leaflet
// remove and add every path, which is slower and loses the keyboard's place.

import { canvas, drawNow, forgetInks, inked } from "./canvas.mjs";
import { STATE } from "./classes.mjs";
import { valueWords } from "./format.mjs";
import { takeOver } from "./handover.mjs";

// Colours have their values in theme.css: a theme or a printer changes them without a repaint.
const PAPER = "var(--map-paper)";
const INK = "var(--map-mark)";

/** What is painted now, and the layers that show it. One page has one map. */
const painted = { byCode: new Map(), slice: null, catalogue: null, selected: "", names: null, asPicture: false, dim: () => false };
const layers = new Map();
let leafletMap = null;

export const map = () => leafletMap;

let zoomed = () => {};

/** What to do once the map is there, and after every change of zoom. */
export function onZoom(react) {
  zoomed = react;
}

let hovered = () => {};

/** What to do when an area of a picture is pointed at, or no longer; paths say so by themselves. */
export function onHover(react) {
  hovered = react;
}

/** Draws areas as one picture from now on, and again in the colours of every theme. */
export function drawAsPicture() {
  if (painted.asPicture) return;
  painted.asPicture = true;
  const again = () => { forgetInks(); for (const layer of layers.values()) layer.setStyle(territoryStyle(layer.feature)); };
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  const root = document.documentElement;
  let shown = "";
  // Paper is light: paths learn that from the style sheet, a picture has to be drawn before it is printed.
  window.addEventListener("beforeprint", () => {
    shown = root.dataset.bsTheme;
    root.dataset.bsTheme = "light";
    again();
    drawNow();
  });
  window.addEventListener("afterprint", () => { root.dataset.bsTheme = shown; });
}

/** Marks an area of a picture as pointed at. */
export function point(code, on) {
  const layer = painted.asPicture && layers.get(code);
  if (!layer) return;
  layer.setStyle(on ? inked({ color: INK, weight: 2.2, dashArray: null }) : territoryStyle(layer.feature));
  if (on) layer.bringToFront();
}

/** Leaves aside the areas that `dim` names, and those of them that come later. */
export function leaveAside(dim) {
  painted.dim = dim;
  for (const [code, layer] of layers) {
    if (!painted.asPicture) layer.getElement()?.classList.toggle("dim", dim(code));
    else if (layer.options.fillOpacity !== opacityOf(code)) layer.setStyle({ fillOpacity: opacityOf(code) });
  }
}

const DIM = 0.18;
const opacityOf = (code) => (painted.dim(code) ? DIM : 1);

const tell = (data) => window.dash_clientside.set_props("map-picked", { data: { ...data, at: Date.now() } });
const picked = (code) => tell({ code });
const toggled = (code) => tell({ codes: [code], how: "toggle" });

function entryOf(feature) {
  const own = painted.byCode.get(feature.id);
  return own ?? painted.byCode.get(painted.slice?.level === "departamento" ? feature.id?.slice(0, 2) : "");
}

const inScope = (feature) => painted.scope?.has(feature.id) ?? false;

export function territoryStyle(feature) {
  const style = styleOf(feature);
  return painted.asPicture ? inked({ ...style, fillOpacity: opacityOf(feature.id) }) : style;
}

function styleOf(feature) {
  const entry = inScope(feature) ? entryOf(feature) : undefined;
  const byDepartment = painted.slice?.level === "departamento";
  if (!entry) return { fillColor: PAPER, fillOpacity: 1, color: "var(--map-paper-line)", weight: 0.5, opacity: 1, dashArray: null };
  return { fillColor: entry.fill, fillOpacity: 1, opacity: 1, ...edge(entry, byDepartment) };
}

/** Edge of a territory: figures of another year and unreliable ones are marked, not only worded. */
function edge({ state, fill }, byDepartment) {
  if (byDepartment) return { color: fill.startsWith("url") ? "transparent" : fill, weight: 0.7, dashArray: null };
  if (state === STATE.EARLIER) return { color: INK, weight: 1.1, dashArray: "4 3" };
  if (state === STATE.UNRELIABLE) return { color: INK, weight: 2, dashArray: "0.1 4" };
  return { color: "var(--map-edge)", weight: 0.7, dashArray: null };
}

export const landStyle = () => ({ fillColor: "var(--map-land)", fillOpacity: 1, stroke: false });
export const countryStyle = () => ({ fillColor: "var(--map-land)", fillOpacity: 1, color: "var(--map-country-line)", weight: 0.8 });
/** Lines of departments stand out on the palest and on the darkest fill: a line in a case. */
export const departmentStyle = () => ({ fill: false, color: "var(--map-department)", weight: 0.9, opacity: 1 });
export const departmentCaseStyle = () => ({ fill: false, color: "var(--map-halo)", weight: 2.2, opacity: 0.7 });
export const haloStyle = () => ({ fill: false, color: "var(--map-halo)", weight: 6, opacity: 1 });
export const selectedStyle = () => ({ fill: false, color: INK, weight: 2.4, opacity: 1 });

/** Name, value and state of a territory, for its tooltip and for a screen reader. */
export function description(code) {
  const { slice, names, catalogue } = painted;
  const name = names?.get(code) ?? layers.get(code)?.feature.properties.n ?? code;
  // The first picture paints before the words of the page are here.
  if (!slice || !catalogue || !painted.scope.has(code)) return name;
  const entry = entryOf({ id: code });
  const owner = slice.level === "departamento" ? `${slice.names[code.slice(0, 2)]}: ` : "";
  const said = slice.cross && entry
    ? `${slice.title}: ${saidOf(entry.first, slice)}; ${slice.cross.title}: ${saidOf(entry.other, slice.cross.slice)}`
    : saidOf(entry, slice);
  return `${name}: ${owner}${said}`;
}

function saidOf(entry, slice) {
  const { states, language } = painted.catalogue;
  if (!entry || entry.value === null) return states[entry?.state ?? STATE.NO_DATA];
  const words = `${valueWords(entry.value, slice, language)} ${slice.unit}`;
  if (entry.state === STATE.EARLIER) return `${words} (${states[STATE.EARLIER]}: ${entry.used})`;
  return entry.state === STATE.UNRELIABLE ? `${words} (${states[STATE.UNRELIABLE]})` : words;
}

/** Makes a path reachable by pointer, keyboard and assistive technology. */
export function territoryFeature(feature, layer) {
  layers.set(feature.id, layer);
  if (painted.asPicture) {
    layer.options.renderer = canvas();
    layer.on("mouseover mouseout", ({ type }) => hovered(feature.id, type === "mouseover"));
  }
  layer.bindTooltip(() => description(feature.id), { sticky: true, direction: "top", offset: [0, -6] });
  layer.on("add", () => equip(layer, feature.id));
  layer.on("click", ({ originalEvent }) => ((originalEvent?.ctrlKey || originalEvent?.metaKey) && inScope(feature) ? toggled : picked)(feature.id));
}

function equip(layer, code) {
  meet(layer._map);
  const path = layer.getElement();
  if (!path) return;
  path.dataset.territory = code;
  path.classList.toggle("dim", painted.dim(code));
  path.setAttribute("role", "button");
  describe(path, code);
  path.addEventListener("keydown", (event) => pressed(event, code));
}

function meet(found) {
  if (leafletMap === found) return;
  leafletMap = found;
  calm(found);
  found.on("zoomend", () => zoomed());
  setTimeout(() => zoomed());
  queueMicrotask(settle);
}

/** The first picture goes once every path is there with its fill. */
function settle() {
  if (leafletMap && painted.slice) takeOver();
}

/** Who asks the system for less motion gets a map that jumps instead of sliding. */
function calm({ options }) {
  if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  Object.assign(options, { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
}

function describe(path, code) {
  put(path, "aria-label", description(code));
  put(path, "aria-pressed", String(code === painted.selected));
  put(path, "tabindex", code === painted.entrance ? "0" : "-1");
}

/** Writes an attribute only when it changes: touching a thousand paths costs, comparing does not. */
function put(path, name, value) {
  if (path.getAttribute(name) !== value) path.setAttribute(name, value);
}

const TURNS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function pressed(event, code) {
  if (event.key === "Enter") {
    event.preventDefault();
    picked(code);
  } else if (event.key === " ") {
    event.preventDefault();
    if (painted.scope?.has(code)) toggled(code);
  } else if (TURNS[event.key]) {
    event.preventDefault();
    event.stopPropagation();
    layers.get(neighbour(code, TURNS[event.key], painted.points, painted.scope))?.getElement()?.focus();
  }
}

/** The closest territory of the scope in a direction: within 45 degrees of it, or none. */
export function neighbour(code, [dx, dy], points, scope) {
  const [x, y] = points.get(code) ?? [];
  let best = null;
  let shortest = Infinity;
  for (const other of scope) {
    const [ox, oy] = points.get(other) ?? [];
    const along = (ox - x) * dx + (oy - y) * dy;
    const across = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (along > 0 && across <= along && along + across < shortest) {
      shortest = along + across;
      best = other;
    }
  }
  return best;
}

/** Repaints every path for a new view. */
export function repaint(view) {
  Object.assign(painted, view);
  painted.entrance = view.selected && painted.scope.has(view.selected) ? view.selected : painted.scope.values().next().value;
  for (const [code, layer] of layers) {
    restyle(layer);
    const path = layer.getElement();
    if (path) describe(path, code);
  }
  settle();
}

/** Most changes are of the fill alone, which needs no more than one attribute. */
function restyle(layer) {
  const style = territoryStyle(layer.feature);
  const path = layer.getElement();
  const { options } = layer;
  const sameEdge = path && options.color === style.color && options.weight === style.weight && (options.dashArray ?? null) === style.dashArray;
  if (!sameEdge) {
    layer.setStyle(style);
    // A marked edge would be half hidden under the neighbours that are drawn later.
    if (style.dashArray && layer._map && (!path || path !== document.activeElement)) layer.bringToFront();
  }
  else if (options.fillColor !== style.fillColor) {
    options.fillColor = style.fillColor;
    path.setAttribute("fill", style.fillColor);
  }
}

export const CIRCLES = {
  principal: { color: "var(--circle-line)", fillColor: "var(--count-ink)", fillOpacity: 0.5, weight: 1.2 },
  personas: { color: "var(--indigo)", fillColor: "var(--indigo)", fillOpacity: 0.22, weight: 1.4 },
  demanda: { color: "var(--plum)", fillColor: "var(--plum)", fillOpacity: 0.16, weight: 1.4, dashArray: "3 2" },
  unidades: { color: "var(--unit-line)", fillColor: "var(--amber)", fillOpacity: 0.6, weight: 1 },
};

const circle = (kind) => ({ properties: { radius, label, code } }, at) => {
  const mark = window.L.circleMarker(at, { ...CIRCLES[kind], radius, pane: "circles" }).bindTooltip(label);
  mark.on("add", () => { const path = mark.getElement(); if (path) path.dataset.code = code; });
  return layers.has(code) ? mark.on("click", () => picked(code)) : mark;
};
export const principalCircle = circle("principal");
export const personsCircle = circle("personas");
export const demandCircle = circle("demanda");
export const unitsCircle = circle("unidades");
