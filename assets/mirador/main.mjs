// Connects the browser's pure functions to Dash, then starts it.

import { changed, panelRequest, pointsAddress, sameSearch, toSearch, valuesAddress } from "./address.mjs";
import { likely } from "./ahead.mjs";
import { circles as circlesOf, circlesAt } from "./circles.mjs";
import { entries, yearIndex } from "./classes.mjs";
import { pieces } from "./format.mjs";
import { labels as placeNames, setUpGeography } from "./geography.mjs";
import { layerLegend, legend } from "./legend.mjs";
import { islands } from "./islands.mjs";
import { link, linkMap, setUpLinking } from "./linking.mjs";
import * as leaflet from "./map.mjs";
import { setUpGaps } from "./gaps.mjs";
import { setUpImport } from "./importing.mjs";
import { carryOn, reveal } from "./reading.mjs";
import { ranking } from "./ranking.mjs";
import { timeline } from "./timeline.mjs";
import { html, mount, written } from "./tree.mjs";
import { Stale, known, load as fetched, prefetch } from "./values.mjs";

const collection = (features) => ({ type: "FeatureCollection", features });
const keep = () => window.dash_clientside.no_update;

const FIELDS = ["ambito", "departamento", "indicador", "sector", "grupo", "sexo", "periodo", "capas", "municipio"];

/** The geometry once it is here, the promise of it before, and what the reader is looking at. */
const page = { ground: null, coming: null, selection: null, catalogue: null };

/** The geometry: at once where it is here, which spares a turn of the event loop. */
function geography(catalogue) {
  page.coming ??= setUpGeography(catalogue).then((ground) => (page.ground = ground));
  return page.ground ?? page.coming;
}

/** Loads the geometry once and hands its parts to the layers. */
async function loadGeography(catalogue) {
  const { territories, inset, departments, countries, land, countryLabels, places } = await geography(catalogue);
  return [territories, inset, departments, countries, land, countryLabels, places];
}

/** Address of the numbers of a selection, once they are here: then every callback finds them. */
function load(selection, catalogue) {
  return arrived(valuesAddress(selection, catalogue), catalogue);
}

/** Address of the points of a selection, once they are here. */
function loadPoints(selection, catalogue) {
  return arrived(pointsAddress(selection, catalogue), catalogue);
}

function arrived(address, catalogue) {
  if (known(address)) return address;
  return fetched(address, catalogue.snapshot).then(() => address, (error) => notArrived(error, catalogue));
}

/** Says why the map still shows what it showed; a reload is asked for, never done. */
function notArrived(error, { words }) {
  const children = error instanceof Stale ? words.values_stale : words.values_failed;
  window.dash_clientside.set_props("page-message", { children, is_open: true });
  return keep();
}

/** The choice after any control, pick, tab or address. */
function choose(resolved, picked, listTab, panelTab, ...rest) {
  const controls = rest.slice(0, FIELDS.length);
  const [selection, catalogue] = rest.slice(FIELDS.length);
  const cause = window.dash_clientside.callback_context.triggered_id;
  let next = selection;
  if (cause === "page-resolved") next = resolved.selection;
  else if (cause === "map-picked") next = picked.codes ? changed(selection, "seleccion", picked.codes) : changed(selection, "municipio", picked.code);
  else if (cause === "side-tab-list") next = { ...selection, panel: "lista" };
  else if (cause === "side-tab-panel") next = { ...selection, panel: "" };
  else if (cause) {
    const name = cause.replace("filter-", "");
    next = changed(selection, name, chosen(controls[FIELDS.indexOf(name)]));
  }
  return outputs(next, selection, cause, catalogue);
}

function outputs(next, before, cause, catalogue) {
  const { defaults } = catalogue;
  const first = cause === undefined;
  const panel = panelRequest(next, catalogue);
  Object.assign(page, { selection: next, catalogue });
  if (!first) recolour(known(valuesAddress(next, catalogue)), next, catalogue);
  const own = cause === "map-picked" || cause === "page-resolved";
  const search = toSearch(next, defaults);
  return [
    next,
    first || cause === "page-resolved" || search === toSearch(before, defaults) ? keep() : search,
    first || panel !== panelRequest(before, catalogue) ? panel : keep(),
    ...FIELDS.map((name) => (own && next[name] !== before[name] ? shown(name, next[name]) : keep())),
  ];
}

const ANY = "-";
const shown = (name, value) => (name === "municipio" ? value || null : value === "" ? ANY : value);
const chosen = (value) => (value === ANY ? "" : value);

/** Lets an address through to the server only when it is not the one just written. */
function addressGate(search, selection, catalogue) {
  return sameSearch(search ?? "", toSearch(selection, catalogue.defaults)) ? keep() : search || "?";
}

/** Fills of one year of a slice, at once: the rest of the page follows when they are painted. */
function recolour(slice, selection, catalogue) {
  const { ground } = page;
  if (!slice || !ground) return;
  const { fill } = slice;
  const index = yearIndex(fill.years, selection.periodo);
  if (unchanged("fills", slice, index, selection.municipio)) return;
  const all = entries(fill, index);
  leaflet.repaint({
    slice: fill, catalogue, names: ground.full, points: ground.points, selected: selection.municipio,
    byCode: new Map(all.map((entry) => [entry.code, entry])), scope: new Set(slice.scope),
  });
}

/** Paints one year of a slice: map, answer, legend and list; then the years to choose from. */
async function paint(address, selection, catalogue) {
  const slice = known(address);
  if (!slice) return [keep(), keep()];
  const ground = await geography(catalogue);
  const { fill } = slice;
  recolour(slice, selection, catalogue);
  const index = yearIndex(fill.years, selection.periodo);
  const all = entries(fill, index);
  const words = { ...catalogue, nameOf: (code, { names }) => names[code] ?? ground.full.get(code) ?? code };
  const answer = index < 0 ? fill.none : fill.answers[index];
  mount("map-answer",
    pieces(answer).map((piece, i) => (i % 2 ? html("B", {}, piece) : piece)),
    slice.notes.map((note) => html("Span", { className: "view-note" }, note)));
  afterPainting(() => {
    mount("map-legend", legend(fill, all, index, selection.municipio, words));
    mount("side-list", ranking(fill, all, index, selection.municipio, words));
    islands(slice, all, ground, leaflet.description);
    timeline({ ...fill, scope: slice.scope }, index, catalogue, ground);
    link({ all, slice: fill, catalogue, points: ground.points, chosen: selection.seleccion });
    linkMap(leaflet.map(), new Set(slice.scope));
  });
  leaflet.onZoom(() => window.dash_clientside.set_props("map-labels", { data: collection(placeNames(slice, selection.municipio, ground)) }));
  const namesKey = `${slice.scopeKey} ${selection.municipio}`;
  return [years(fill, catalogue), unchanged("names", namesKey) ? keep() : collection(placeNames(slice, selection.municipio, ground))];
}

/** Colours first: the long parts are written once the map has been painted, and only the newest. */
function afterPainting(write) {
  const turn = (afterPainting.turn = (afterPainting.turn ?? 0) + 1);
  requestAnimationFrame(() => setTimeout(() => turn === afterPainting.turn && write()));
}

const lastKeys = new Map();

/** Whether a part of the page was last drawn from the same things: then it is left alone. */
function unchanged(part, ...from) {
  const last = lastKeys.get(part);
  if (last?.every((thing, i) => thing === from[i])) return true;
  lastKeys.set(part, from);
  return false;
}

let yearsOf = "";

/** Options of the period filter; sent on only when the figures changed. */
function years(fill, { words }) {
  if (yearsOf === fill.key) return keep();
  yearsOf = fill.key;
  const options = fill.years.toReversed().map((year) => ({ label: String(year), value: String(year) }));
  return [{ label: words.newest, value: ANY }, ...options];
}

/** Circles of the layers that are on. Where units come as points, they have no circles too. */
async function circles(address, selection, catalogue) {
  const slice = known(address);
  if (!slice || unchanged("circles", slice, `${selection.capas} ${selection.periodo}`)) return Array(4).fill(keep());
  const { names, points: at } = await geography(catalogue);
  const on = (name) => selection.capas.includes(name) && slice.layers[name] && !(name === "unidades" && slice.unitsArePoints);
  const index = yearIndex(slice.fill.years, selection.periodo);
  mount("map-legend-layers", layerLegend(slice, selection.capas));
  const drawn = {
    principal: slice.fill.count && index >= 0 ? circlesAt(slice.fill, index, names, at, catalogue.language) : [],
    ...Object.fromEntries(["personas", "demanda", "unidades"].map((name) => [name, on(name) ? circlesOf(slice.layers[name], selection.periodo, names, at, catalogue.language) : []])),
  };
  return Object.entries(drawn).map(([name, features]) => (!features.length && unchanged(`no ${name}`, "none") ? keep() : shownCircles(name, features)));
}

function shownCircles(name, features) {
  if (features.length) lastKeys.delete(`no ${name}`);
  return collection(features);
}

/** Centres, and the productive units of the chosen sector. */
function points(address, selection) {
  const answer = known(address);
  const on = ["unidades", "centros"].filter((name) => selection.capas.includes(name));
  if (!answer || unchanged("points", answer, `${on} ${selection.sector}`)) return [keep(), keep()];
  const { units, centres } = answer;
  return [
    collection(units && selection.capas.includes("unidades") ? leaflet.unitFeatures(units, selection.sector) : []),
    collection(selection.capas.includes("centros") ? centres : []),
  ];
}

/** The same view in the other language, in the other workspace, and fixed to its snapshot. */
function links(selection, { defaults, language, snapshot }) {
  const other = selection.espacio === defaults.espacio ? "demostracion" : defaults.espacio;
  return [
    { ...selection, idioma: language === "es" ? "en" : "es" },
    { ...selection, espacio: other, corte: "" },
    { ...selection, corte: snapshot },
  ].map((next) => `/${toSearch(next, defaults)}`);
}

/** Outline of the chosen municipality, and which of list and panel is open. */
async function focus(selection, catalogue) {
  const { byCode, names } = await geography(catalogue);
  const chosen = byCode.get(selection.municipio);
  const outline = unchanged("outline", selection.municipio) ? keep() : collection(chosen ? [chosen] : []);
  const list = !selection.municipio || selection.panel === "lista";
  const tab = names.get(selection.municipio) ?? catalogue.words.no_place;
  return [outline, outline, outline, !list, list, String(list), String(!list), tab, ...links(selection, catalogue)];
}

/** Writes the panel: its head above the chart, its sections below. */
function showPanel(tree, catalogue) {
  if (!tree) return keep();
  if (tree.snapshot !== catalogue.snapshot) return notArrived(new Stale(), catalogue);
  mount("side-panel-head", written(tree.head));
  mount("side-panel", written(tree.body));
  document.getElementById("side-panel-box").scrollTop = 0;
  return Date.now();
}

/** Writes the tables of the data view. */
function showData({ tree, importing }) {
  mount("data-body", written(tree));
  setUpImport(importing);
  setUpGaps();
  reveal(location.hash);
  return Date.now();
}

/** Which filters the indicator knows. */
function availability(selection, catalogue) {
  if (unchanged("availability", `${selection.indicador} ${selection.capas}`)) return Array(4).fill(keep());
  const indicator = catalogue.indicators[selection.indicador];
  const groups = indicator.groups.map((key, i) => ({ label: catalogue.groups[key], value: i ? key : ANY }));
  const demand = selection.capas.includes("demanda") || selection.capas.includes("unidades");
  return [
    groups,
    groups.length < 2,
    !indicator.bySex,
    !indicator.bySector && !demand,
  ];
}

/** Frames the scope, leaving free the side where the cards float. */
function frame(address, home, before) {
  const slice = known(address);
  if (!slice) return [keep(), keep()];
  const cause = window.dash_clientside.callback_context.triggered_id;
  const again = cause === "map-home";
  const wide = window.innerWidth >= 992;
  // A map is born framed for a wide page; on a narrow one the cards are below, and it has more room.
  const born = cause === undefined && !wide;
  if (!again && !born && before === slice.scopeKey) return [keep(), keep()];
  const options = { paddingTopLeft: [24, 24], paddingBottomRight: wide ? [slice.cardsRoom, 24] : [24, 24], animate: false };
  // A third of a pixel of difference makes a new bound: the same one would be ignored.
  const nudge = again ? Math.random() * 1e-6 : 0;
  const [[south, west], north] = slice.bounds;
  return [{ bounds: [[south - nudge, west], north], transition: "fitBounds", options }, slice.scopeKey];
}

document.addEventListener("keydown", ({ key, target }) => key === "Enter" && target.closest?.("svg [data-pick]")?.dispatchEvent(new MouseEvent("click", { bubbles: true })));

document.addEventListener("click", (event) => {
  carryOn(event.target.closest?.(".top nav a, a[data-keep]"));
  const row = event.target.closest?.("[data-pick]");
  if (row) window.dash_clientside.set_props("map-picked", { data: { code: row.dataset.pick, at: Date.now() } });
});

setUpLinking();

/** A reader who goes to a filter is likely to choose what stands next in it. */
function intends({ target }) {
  const control = target.closest?.(".chip")?.querySelector("[id^=filter-]");
  const { selection, catalogue } = page;
  if (!control || control.disabled || !selection) return;
  const values = control.options ? [...control.options].map(({ value }) => chosen(value)) : Object.keys(catalogue.indicators);
  prefetch(likely(control.id.replace("filter-", ""), values, selection, catalogue), catalogue.snapshot);
}

document.addEventListener("pointerover", intends);
document.addEventListener("focusin", intends);

window.dash_clientside = window.dash_clientside ?? {};
window.dash_clientside.mirador = { loadGeography, load, loadPoints, choose, addressGate, paint, circles, points, focus, availability, frame, showData, showPanel };
window.dashExtensions = { ...window.dashExtensions, mirador: leaflet };
window.renderer = new window.DashRenderer();
