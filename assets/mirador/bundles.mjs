// Everything that the filters of a scope can reach: one bundle per indicator and one per layer of
// circles (see layouts/bundle.py). A view is put together from them without the server.

import { CIRCLES, bundleAddress } from "./address.mjs";
import { fillOf, layerOf, scopeOf } from "./values.mjs";

/** Characters of bundles kept packed: eight of the heaviest, or all of a border scope. The browser's own
    cache holds what is forgotten here, for as long as it has room. */
const MOST_TEXT = 6_000_000;
const kept = new Map();

/** The bundle of an address, or `undefined`; asking for it keeps it. */
export function bundle(address) {
  const found = kept.get(address);
  if (found) keep(address, found);
  return found?.content;
}

function keep(address, entry) {
  kept.delete(address);
  kept.set(address, entry);
}

/** Keeps a bundle of `size` characters; the oldest make room for it. */
export function store(address, content, size, most = MOST_TEXT) {
  keep(address, { content, size });
  let sum = [...kept.values()].reduce((all, one) => all + one.size, 0);
  for (const [old, { size: freed }] of kept) {
    if (sum <= most || old === address) break;
    kept.delete(old);
    sum -= freed;
  }
}

/** Addresses of an indicator or layer: those of the first part, and of the others once it is here. */
export function partsOf(what, selection, catalogue) {
  const first = bundleAddress(what, 0, selection, catalogue);
  const parts = bundle(first)?.parts ?? 1;
  return Array.from({ length: parts }, (_, part) => bundleAddress(what, part, selection, catalogue));
}

/** What the filters mean for an indicator: only the dimensions that it is published by. */
export function cellKey({ sexo, grupo, sector }, { groups, bySex, bySector }) {
  return [bySex ? sexo : "total", groups.includes(grupo) ? grupo : groups[0] ?? "total", bySector ? sector : "total"].join("|");
}

function fillIn(what, key, selection, catalogue) {
  const found = partsOf(what, selection, catalogue).map(bundle).find((part) => part?.cells[key]);
  return found && { from: found, packed: { ...found.common, ...found.cells[key] } };
}

/** A layer as a choice sees it, or `undefined` where its bundle is not here. */
function layerFor(name, selection, catalogue) {
  const found = bundle(bundleAddress(name, 0, selection, catalogue));
  if (!found) return undefined;
  const { sexo, sector, grupo, indicador } = selection;
  const keys = [`${indicador}:${grupo}`, ""].flatMap((own) => [sexo, "total"].flatMap((sex) => [sector, "total"].map((part) => `${sex}|${part}|${own}`)));
  const key = keys.find((one) => one in found.cells);
  return layerOf({ ...found.common, ...found.tables[found.cells[key]] }, scopeOf(found));
}

/** The slice of a selection, as the server would have sent it; `undefined` where a piece is missing. */
export function composed(selection, catalogue) {
  const indicator = catalogue.indicators[selection.indicador];
  const fill = indicator && fillIn(selection.indicador, cellKey(selection, indicator), selection, catalogue);
  if (!fill) return undefined;
  const on = circleLayers(selection, catalogue);
  const layers = on.map((name) => [name, layerFor(name, selection, catalogue)]);
  if (layers.some(([, layer]) => !layer)) return undefined;
  const { common, cells, parts, notes, ...scene } = fill.from;
  const scope = scopeOf(fill.from);
  return { ...scene, scope, notes: notes[selection.sector], fill: fillOf(fill.packed, scope), layers: Object.fromEntries(layers) };
}

/** Layers of circles among `names` that are drawn: units that come as points have no circles too. */
export function drawnLayers(names, selection, catalogue) {
  const { unitsArePoints } = bundle(bundleAddress(selection.indicador, 0, selection, catalogue)) ?? {};
  return names.filter((name) => name !== "unidades" || !unitsArePoints);
}

/** Layers of circles that are on. */
export const circleLayers = (selection, catalogue) => drawnLayers(CIRCLES.filter((name) => selection.capas.includes(name)), selection, catalogue);
