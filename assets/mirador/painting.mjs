// Puts the chosen numbers on the page: colours first, then words, legend, list, circles and points.

import { links, secondAddress } from "./address.mjs";
import { prepare } from "./ahead.mjs";
import { circles as circlesOf, circlesAt } from "./circles.mjs";
import { yearIndex } from "./classes.mjs";
import { follow } from "./drawer.mjs";
import { isWide } from "./framing.mjs";
import { number, pieces, fill as sentence } from "./format.mjs";
import { fitInsets, insets } from "./insets.mjs";
import { legend } from "./legend.mjs";
import { link, mark } from "./linking.mjs";
import * as leaflet from "./map.mjs";
import { unitFeatures } from "./marks.mjs";
import { multiples } from "./multiples.mjs";
import { look } from "./naming.mjs";
import { ANY, changes, collection, forget, geography, keep, page, unchanged } from "./page.mjs";
import { ranking, wholeOf } from "./ranking.mjs";
import { shown } from "./shown.mjs";
import { layerLegend } from "./sizes.mjs";
import { timeline } from "./timeline.mjs";
import { html, mount } from "./tree.mjs";
import { known } from "./values.mjs";

/** The slice that a selection is crossed with, where it crosses any and it has arrived. */
function crossedWith(selection, catalogue) {
  const address = secondAddress(selection, catalogue);
  return address ? known(address)?.fill ?? null : null;
}

/** Fills of one year of a slice, at once: the rest follows when they are painted. Whether any are new. */
export function recolour(slice, selection, catalogue) {
  const { ground } = page;
  if (!slice || !ground) return false;
  const second = crossedWith(selection, catalogue);
  const { fill, index, all } = shown(slice.fill, second, selection, catalogue.words);
  if (unchanged("fills", slice, second, index, `${selection.medida} ${selection.municipio}`)) return false;
  leaflet.repaint({
    slice: fill, catalogue, names: ground.full, points: ground.points, selected: selection.municipio,
    byCode: new Map(all.map((entry) => [entry.code, entry])), scope: new Set(slice.scope),
  });
  return true;
}

/** What a reader must know of the view, and of how the map is drawn. */
function notesOf({ notes }, { asPicture, territories }, { words, language }) {
  if (!asPicture) return notes;
  return [...notes, sentence(words.as_picture, number(territories.features.length, 0, language))];
}

/** Paints one year of a slice: map, answer, legend and list; then the years to choose from. */
export async function paint(address, selection, catalogue) {
  const slice = known(address);
  if (!slice) return keep();
  const ground = await geography(catalogue);
  recolour(slice, selection, catalogue);
  const second = crossedWith(selection, catalogue);
  const { fill, index, all } = shown(slice.fill, second, selection, catalogue.words);
  const words = { ...catalogue, whole: wholeOf(selection, catalogue), nameOf: (code, { names }) => names[code] ?? ground.full.get(code) ?? code };
  const answer = index < 0 ? fill.none : fill.answers[index];
  mount("map-answer",
    pieces(answer).map((piece, i) => (i % 2 ? html("B", {}, piece) : piece)),
    notesOf(slice, ground, catalogue).map((note) => html("Span", { className: "view-note" }, note)));
  afterPainting(() => {
    // What is on the page already stays: a button that is replaced while it is pressed is not clicked.
    if (!unchanged("words", slice, second, index, `${selection.medida} ${selection.municipio}`)) {
      mount("map-legend", legend(fill, all, index, selection.municipio, words));
      mount("side-list", ranking(fill, all, index, selection.municipio, words));
    }
    insets({ ...slice, fill }, all, ground, { describe: leaflet.description, selected: selection.municipio });
    const plain = fill.cross ? slice.fill : fill;
    timeline(plain, index, catalogue);
    multiples({ slice: plain, scope: slice.scope, index, selection, catalogue, ground });
    link({ all, slice: fill, catalogue, points: ground.points, scope: new Set(slice.scope), chosen: selection.seleccion });
    prepare(selection, catalogue);
  });
  leaflet.onHover(mark);
  leaflet.onZoom(() => { fitInsets(); look(slice, selection.municipio, ground); });
  if (!unchanged("names", slice.scopeKey, selection.municipio)) look(slice, selection.municipio, ground);
  return years(fill, catalogue);
}

/** Colours first: the long parts are written once the map has been painted, and only the newest. */
function afterPainting(write) {
  const turn = (afterPainting.turn = (afterPainting.turn ?? 0) + 1);
  requestAnimationFrame(() => setTimeout(() => turn === afterPainting.turn && write()));
}

/** Options of the period filter; sent on only when there are others. */
function years(fill, { words }) {
  const options = fill.years.toReversed().map((year) => ({ label: String(year), value: String(year) }));
  return changes("years", [[{ label: words.newest, value: ANY }, ...options]])[0];
}

/** Circles of the layers that are on. Where units come as points, they have no circles too. */
export async function circles(address, selection, catalogue) {
  const slice = known(address);
  if (!slice || unchanged("circles", slice, `${selection.capas} ${selection.periodo}`)) return Array(4).fill(keep());
  const { names, points: at } = await geography(catalogue);
  const on = (name) => selection.capas.includes(name) && slice.layers[name] && !(name === "unidades" && slice.unitsArePoints);
  const index = yearIndex(slice.fill.years, selection.periodo);
  mount("map-legend-layers", layerLegend(slice, selection.capas, catalogue));
  const drawn = {
    principal: slice.fill.count && index >= 0 ? circlesAt(slice.fill, index, names, at, catalogue.language) : [],
    ...Object.fromEntries(["personas", "demanda", "unidades"].map((name) => [name, on(name) ? circlesOf(slice.layers[name], selection.periodo, names, at, catalogue.language) : []])),
  };
  return Object.entries(drawn).map(([name, features]) => (!features.length && unchanged(`no ${name}`, "none") ? keep() : shownCircles(name, features)));
}

function shownCircles(name, features) {
  if (features.length) forget(`no ${name}`);
  return collection(features);
}

/** Centres, and the productive units of the chosen sector. */
export function points(address, selection) {
  const answer = known(address);
  const on = ["unidades", "centros"].filter((name) => selection.capas.includes(name));
  if (!answer || unchanged("points", answer, `${on} ${selection.sector}`)) return [keep(), keep()];
  const { units, centres } = answer;
  return [
    collection(units && selection.capas.includes("unidades") ? unitFeatures(units, selection.sector) : []),
    collection(selection.capas.includes("centros") ? centres : []),
  ];
}

/** Outline of the chosen municipality, and which of list and panel is open. */
export async function focus(selection, catalogue) {
  const { byCode, names } = await geography(catalogue);
  follow(selection.municipio);
  const chosen = byCode.get(selection.municipio);
  const outline = unchanged("outline", selection.municipio) ? keep() : collection(chosen ? [chosen] : []);
  const list = !selection.municipio || selection.panel === "lista";
  const tab = names.get(selection.municipio) ?? catalogue.words.no_place;
  return [outline, outline, ...changes("side", [!list, list, String(list), String(!list), tab, ...links(selection, catalogue)])];
}

/** Frames the scope, leaving free the side where the cards float. */
export function frame(address, home, before) {
  const slice = known(address);
  if (!slice) return [keep(), keep()];
  const cause = window.dash_clientside.callback_context.triggered_id;
  const again = cause === "map-home";
  if (!again && before === slice.scopeKey) return [keep(), keep()];
  const options = { paddingTopLeft: [24, 24], paddingBottomRight: [isWide() ? slice.cardsRoom : 24, 24], animate: false };
  // A third of a pixel of difference makes a new bound: the same one would be ignored.
  const nudge = again ? Math.random() * 1e-6 : 0;
  const [[south, west], north] = slice.bounds;
  return [{ bounds: [[south - nudge, west], north], transition: "fitBounds", options }, slice.scopeKey];
}
