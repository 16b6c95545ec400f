// Several municipalities at once: a box or a lasso over the map by mouse or finger, or one by one
// with the space bar, with the control key, or in the list.

import { map } from "./map.mjs";
import { svg } from "./tree.mjs";

/** As many as a link holds; the server refuses more. */
export const MOST_CHOSEN = 60;
const SMALLEST = 6;

const tools = { active: "", scope: new Set(), points: new Map(), abandon: null };

/** Corners of what a trail of pixels encloses: the box between its ends, or the trail itself. */
export function enclosed(kind, trail) {
  if (kind !== "box") return trail;
  const [[x, y], [right, bottom]] = [trail[0], trail.at(-1)];
  return [[x, y], [right, y], [right, bottom], [x, bottom]];
}

/** Whether a point is inside a polygon, by the even and odd crossings of a line from it. */
export function within([x, y], corners) {
  let inside = false;
  corners.forEach(([ax, ay], i) => {
    const [bx, by] = corners.at(i - 1);
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** Codes whose point lies within corners in pixels; `project` turns degrees into pixels. */
export function codesWithin(corners, codes, points, project) {
  return [...codes].filter((code) => {
    const at = points.get(code);
    if (!at) return false;
    const { x, y } = project(at);
    return within([x, y], corners);
  });
}

/** The choice after a gesture: found ones take its place, are added to it, or taken from it. */
export function combined(chosen, found, how) {
  if (how === "replace") return found.slice(0, MOST_CHOSEN);
  if (how === "remove") return chosen.filter((code) => !found.includes(code));
  return [...new Set([...chosen, ...found])].slice(0, MOST_CHOSEN);
}

/** The selection after what was picked: one municipality, several, or a change of those. */
export function afterPick(selection, picked) {
  if ("maps" in picked) return { ...selection, mapas: picked.maps };
  if ("code" in picked) return { ...selection, municipio: picked.code ?? "", panel: "" };
  const chosen = selection.seleccion;
  const how = picked.how === "toggle" ? (chosen.includes(picked.codes[0]) ? "remove" : "add") : picked.how;
  return { ...selection, seleccion: combined(chosen, picked.codes, how) };
}

const send = (data) => window.dash_clientside.set_props("map-picked", { data: { ...data, at: Date.now() } });

/** Chooses several municipalities; `how` is replace, add, remove or toggle. */
export const choose = (codes, how = "replace") => send({ codes, how });

/** Opens the panel of one municipality; of none for `""`. */
export const pick = (code) => send({ code });

/** Opens the small maps of the years or the sectors; `""` closes them. */
export const showMaps = (maps) => send({ maps });

/** What may be chosen, and where it is. */
export const choosable = (scope, points) => Object.assign(tools, { scope, points });

/** Takes the tool in hand away, if there is one. */
export function putDown() {
  const had = Boolean(tools.active);
  tools.abandon?.();
  if (had) hold("");
  return had;
}

function hold(kind) {
  tools.active = kind;
  for (const name of ["box", "lasso"]) document.getElementById(`map-${name}`)?.setAttribute("aria-pressed", String(name === kind));
  const ground = document.getElementById("map-ground");
  if (ground) ground.hidden = !kind;
}

/** Listens once for the whole page. */
export function setUpChoosing() {
  document.addEventListener("click", ({ target }) => {
    const kind = target.closest?.("#map-box, #map-lasso")?.id.replace("map-", "");
    if (kind) hold(kind === tools.active ? "" : kind);
  });
  document.addEventListener("change", ({ target }) => target.dataset?.choose && choose([target.dataset.choose], target.checked ? "add" : "remove"));
  document.addEventListener("pointerdown", started, true);
}

/** A tool in hand draws on the ground that it lays over the map; so does the capital key without. */
function started(event) {
  const ground = document.getElementById("map-ground");
  const onGround = event.target === ground;
  const free = event.shiftKey && event.button === 0 && event.target.closest?.("#map-map");
  if (!onGround && !free) return;
  if (tools.abandon) return tools.abandon();
  event.preventDefault();
  event.stopPropagation();
  draw(event, ground, onGround ? tools.active : "box", event.altKey ? "remove" : onGround ? "add" : "replace");
}

function draw(event, ground, kind, how) {
  const frame = document.getElementById("map-map").getBoundingClientRect();
  const at = ({ clientX, clientY }) => [clientX - frame.left, clientY - frame.top];
  const trail = [at(event)];
  const line = svg("Polygon");
  const picture = svg("Svg", { className: "choosing" }, line);
  ground.parentElement.append(picture);
  const listening = new AbortController();
  const own = (act) => (moved) => moved.pointerId === event.pointerId && act(moved);
  const on = (name, act) => document.addEventListener(name, own(act), { signal: listening.signal });
  tools.abandon = () => {
    listening.abort();
    picture.remove();
    tools.abandon = null;
  };
  on("pointermove", (moved) => {
    trail.push(at(moved));
    line.setAttribute("points", enclosed(kind, trail).map((point) => point.join(",")).join(" "));
  });
  on("pointercancel", tools.abandon);
  on("pointerup", (released) => {
    tools.abandon();
    noClick();
    trail.push(at(released));
    ended(trail, kind, how, released);
  });
}

function ended(trail, kind, how, { clientX, clientY }) {
  const span = (axis) => Math.max(...trail.map((point) => point[axis])) - Math.min(...trail.map((point) => point[axis]));
  if (span(0) >= SMALLEST && span(1) >= SMALLEST) {
    const leaflet = map();
    const project = ([lon, lat]) => leaflet.latLngToContainerPoint([lat, lon]);
    choose(codesWithin(enclosed(kind, trail), tools.scope, tools.points, project), how);
  } else if (tools.active) {
    const touched = document.elementsFromPoint(clientX, clientY).find(({ dataset }) => tools.scope.has(dataset?.territory));
    if (touched) choose([touched.dataset.territory], "toggle");
  }
}

/** The end of a gesture is not a click on what happens to lie under it. */
function noClick() {
  const stop = (event) => event.stopPropagation();
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stop, true));
}
