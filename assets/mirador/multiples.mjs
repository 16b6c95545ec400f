// Small maps side by side, up to twelve: the years of an indicator, or its sectors. One scale, one
// legend, one window: what is pointed at or enlarged in one is so in all. A link opens them.

import { valuesAddress } from "./address.mjs";
import { pick, showMaps } from "./choosing.mjs";
import { highest } from "./circles.mjs";
import { number } from "./format.mjs";
import { neighbour } from "./map.mjs";
import { commonScale, lastYears, leading, sharedLegend } from "./multiples_words.mjs";
import { load } from "./page.mjs";
import { areas, caption, circles, entryAt, outlined, outlines, placed, smallMap, under } from "./small_map.mjs";
import { WHOLE, setUpView } from "./small_view.mjs";
import { html, svg } from "./tree.mjs";
import { known } from "./values.mjs";

const DETAIL_MS = 160;

const open = { kind: "", dialog: null, maps: [], places: [], borders: [], ground: [], drawn: new Map(), window: WHOLE, hot: "", chosen: "", scene: null, later: 0 };

/**
 * Opens, follows or closes the small maps that the address asks for.
 *
 * @param scene `{slice, scope, index, selection, catalogue, ground}` of what the large map shows.
 */
export function multiples(scene) {
  const { mapas, municipio } = scene.selection;
  if (mapas !== open.kind) close();
  if (!mapas) return;
  if (open.dialog) return choose(municipio);
  Object.assign(open, { kind: mapas, scene, window: WHOLE, hot: "", chosen: municipio });
  start(scene);
}

function close() {
  const { dialog } = open;
  Object.assign(open, { kind: "", dialog: null, maps: [] });
  dialog?.close();
  dialog?.remove();
}

/** The frame at once, the maps when their numbers are here. */
async function start(scene) {
  const { scope, catalogue: { words }, ground } = scene;
  const dialog = html("Dialog", { className: "many", "aria-label": scene.slice.title, "data-level": scene.slice.level });
  open.dialog = dialog;
  dialog.append(head(scene.slice, words), html("P", { className: "note", role: "status" }, words.loading));
  dialog.addEventListener("close", () => open.dialog === dialog && showMaps(""));
  document.body.append(dialog);
  dialog.showModal();
  const answer = await (open.kind === "sectores" ? bySector(scene) : byYear(scene));
  if (open.dialog !== dialog) return;
  open.maps = answer.maps;
  Object.assign(open, placed(scope, ground));
  dialog.lastElementChild.remove();
  dialog.append(...body(answer, scene));
  redraw();
  choose(open.chosen);
}

function head({ title, heading }, words) {
  const button = (name, sign, words_) => html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", "data-tool": name, "aria-label": words_, title: words_ }, sign);
  const shut = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", "data-tool": "close" }, words.close);
  const mark = document.querySelector(".watermark")?.textContent ?? "";
  const tools = html("Div", { className: "tools-row" }, button("in", "+", words.zoom_in), button("out", "−", words.zoom_out), button("whole", "⌂", words.home), shut);
  return html("Header", {}, html("H2", {}, title, html("Small", {}, ` ${heading ?? ""}`)), mark ? html("P", { className: "mark" }, mark) : "", tools);
}

function byYear({ slice: own }) {
  const maps = lastYears(own.years).map((year) => smallMap(String(year), own, year));
  return { maps, scale: own, left: [] };
}

/** Sectors that have figures in the year shown: the twelve with most, and the names of the others. */
async function bySector({ slice: whole, index, selection, catalogue }) {
  const year = whole.years[index] ?? null;
  const sections = [...document.getElementById("filter-sector").options].filter(({ value }) => value.length === 1);
  const found = await Promise.all(sections.map(async ({ value, label }) => {
    const wanted = { ...selection, sector: value, capas: [], segundo: "" };
    await load(wanted, catalogue);
    const own = known(valuesAddress(wanted, catalogue))?.fill;
    return own && own.level === whole.level ? smallMap(label, own, own.years.includes(year) ? year : null) : null;
  }));
  const { shown, left } = leading(found.filter(Boolean));
  const scale = commonScale(shown.map((map) => map.slice), shown, catalogue);
  return { maps: shown.map((map) => smallMap(map.title, { ...map.slice, ...scale }, year)), scale: { ...whole, ...scale }, left };
}

function body({ maps, scale, left }, { catalogue }) {
  const { words } = catalogue;
  const grid = html("Div", { className: "grid", tabindex: "0", role: "group", "aria-label": words.many_keys });
  const high = Math.max(...maps.map((map) => highest(map.slice)), 0);
  grid.append(...maps.map((map, i) => figure(map, i, high, catalogue)));
  const view = setUpView(grid, { show: moveTo, point: (at) => heat(at ? under(at, open.places) : ""), press: (at) => picked(under(at, open.places)) });
  grid.addEventListener("keydown", (event) => keyed(event, view));
  open.dialog.querySelector("header").addEventListener("click", ({ target }) => tool(target.dataset.tool, view));
  const rest = left.length ? html("P", { className: "note" }, `${words.many_left} ${left.map(({ title }) => title).join("; ")}.`) : "";
  const sources = [...new Set(maps.flatMap(({ slice: own }) => own.sources.flat()))];
  return [
    maps.length ? sharedLegend(scale, maps, high, catalogue) : "",
    html("P", { className: "told", role: "status" }),
    maps.length ? grid : html("P", { className: "note" }, words.many_none),
    rest,
    sources.length ? html("Details", { className: "method" }, html("Summary", {}, words.sources_of_map), html("Ul", { className: "sources" }, ...sources.map((text) => html("Li", {}, text)))) : "",
  ].filter((part) => part !== "");
}

function figure(map, i, high, catalogue) {
  const lines = (name) => svg("Path", { className: name });
  const picture = svg("Svg", { className: "small", "data-map": String(i), "aria-hidden": "true" },
    lines("ground-line"), svg("G", { className: "areas" }), lines("departments"), svg("G", { className: "counts" }, ...circles(map, open.places, high)), lines("halo"), lines("chosen"), lines("hot"));
  const words = caption(map, catalogue);
  return html("Figure", {}, html("Figcaption", {}, html("B", {}, map.title), html("Span", {}, words), html("Output", {})), picture);
}

const pictures = () => [...(open.dialog?.querySelectorAll("svg.small") ?? [])];

/** Areas of every small map, as fine as the window asks for. */
function redraw() {
  open.drawn = outlines(open.places, open.window);
  pictures().forEach((picture, i) => picture.querySelector(".areas").replaceChildren(...areas(open.maps[i], open.drawn)));
  const [ground, borders] = [outlined(open.ground, open.window), outlined(open.borders, open.window)];
  for (const picture of pictures()) {
    picture.querySelector(".ground-line").setAttribute("d", ground);
    picture.querySelector(".departments").setAttribute("d", borders);
  }
  moveTo(open.window, { still: true });
  mark("hot", open.hot);
  choose(open.chosen);
}

function moveTo(next, { still } = {}) {
  open.window = next;
  for (const picture of pictures()) picture.setAttribute("viewBox", next.map((part) => part.toFixed(3)).join(" "));
  const grid = open.dialog?.querySelector(".grid");
  grid?.style.setProperty("--part", String(next[2] / WHOLE[2]));
  grid?.toggleAttribute("data-zoomed", next[2] < WHOLE[2]);
  if (still) return;
  clearTimeout(open.later);
  open.later = setTimeout(() => open.dialog && redraw(), DETAIL_MS);
}

function mark(name, code) {
  for (const picture of pictures()) picture.querySelector(`.${name}`).setAttribute("d", open.drawn.get(code) ?? "");
}

/** The municipality whose panel is open. */
function choose(code) {
  open.chosen = code;
  mark("chosen", code);
  mark("halo", code);
}

/** Marks one municipality in every map and says its values. */
function heat(code) {
  if (code === open.hot || !open.dialog) return;
  open.hot = code;
  mark("hot", code);
  const said = open.maps.map((map) => (code ? worded(map, code) : ""));
  open.dialog.querySelectorAll("output").forEach((place, i) => { place.textContent = said[i]; });
  const name = open.places.find((one) => one.code === code)?.name ?? "";
  open.dialog.querySelector(".told").textContent = code ? `${name}: ${open.maps.map(({ title }, i) => `${title.split(" · ")[0]} ${said[i]}`).join("; ")}` : "";
}

function worded(map, code) {
  const { catalogue: { language, states } } = open.scene;
  const entry = entryAt(map, code);
  return !entry || entry.value === null ? states[entry?.state ?? 1] : number(entry.value, map.slice.decimals, language);
}

const picked = (code) => code && pick(code);

function tool(name, view) {
  if (name === "in") view.zoom(2);
  else if (name === "out") view.zoom(0.5);
  else if (name === "whole") view.whole();
  else if (name === "close") open.dialog.close();
}

const TURNS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Arrows go from one municipality to the next, as on the large map. */
function keyed(event, view) {
  const { scope, ground } = open.scene;
  const turn = TURNS[event.key];
  if (turn) heat(open.hot ? neighbour(open.hot, turn, ground.points, new Set(scope)) ?? open.hot : open.chosen || scope[0]);
  else if (event.key === "Enter") picked(open.hot);
  else if (event.key === "+" || event.key === "-") view.zoom(event.key === "+" ? 2 : 0.5);
  else return;
  event.preventDefault();
}
