// The map beside the list of units and centres: the same points over the municipalities of the scope.

import { unitFeatures } from "./marks.mjs";
import { collection, keep } from "./page.mjs";
import { features, topologyAt } from "./topology.mjs";

/** Municipalities with the part that they play: in the catchment, in the territory, or around it. */
export function areas(all, inside, caught) {
  const [near, own] = [new Set(caught), new Set(inside)];
  const part = (code) => (near.has(code) ? "caught" : own.has(code) ? "inside" : "");
  return all
    .map((feature) => ({ ...feature, properties: { ...feature.properties, part: part(feature.id) } }))
    .filter(({ properties }) => properties.part);
}

/** What each layer of the map shows; nothing while the page has no such map. */
export async function drawPlaces(data) {
  if (!data) return keep();
  const { topology, arcs } = await topologyAt(data.geometry);
  const of = (name) => features(topology, name, arcs);
  return [
    collection(areas(of("municipios").features, data.inside, data.caught)),
    of("departamentos"), of("paises"), of("tierra"),
    collection(unitFeatures(data.units, "total")),
    collection(data.centres),
    collection(data.chosen ? [data.chosen] : []),
  ];
}

const FILLS = { caught: "var(--better-1)", inside: "var(--map-paper)" };

export const placeAreaStyle = ({ properties: { part } }) => ({ fillColor: FILLS[part], fillOpacity: 1, color: "var(--map-paper-line)", weight: 0.7 });

/** Names a municipality to whoever points at it; the list is the way for everybody else. */
export function placeAreaFeature({ properties: { n } }, layer) {
  layer.bindTooltip(n, { sticky: true });
}

/** The place whose card is open. */
export function chosenPoint({ properties: { title } }, at) {
  return window.L.circleMarker(at, { radius: 13, color: "var(--map-mark)", weight: 2.5, fill: false, pane: "points", interactive: false }).bindTooltip(title);
}
