// The static geometry file, decoded once: shapes, names and points of every municipality.

import { arcsOf, features } from "./topology.mjs";
import { pointFeature, placed } from "./labels.mjs";
import { map } from "./map.mjs";

const INSET = [-72.75, 7.6, -72.25, 8.12];
const MOST_LABELS = 14;
const COUNTRY_POINTS = { VEN: [-69.2, 8.6], ECU: [-78.6, -1.6], PER: [-74.6, -4.6], BRA: [-66.9, -0.9], PAN: [-80.0, 8.5] };

/** Fetches and decodes the geometry; everything that the layers need of it. */
export async function setUpGeography({ geometry, countries, departments, unplaced }) {
  const response = await fetch(geometry);
  const topology = await response.json();
  const arcs = arcsOf(topology);
  const territories = features(topology, "municipios", arcs);
  const properties = territories.features.map(({ id, properties: { n, p } }) => [id, n, p]);
  const names = new Map([...properties.map(([id, name]) => [id, name]), ...Object.entries(unplaced)]);
  return {
    territories,
    inset: { ...territories, features: territories.features.filter(({ properties: { p } }) => inside(p, INSET)) },
    departments: features(topology, "departamentos", arcs),
    countries: features(topology, "paises", arcs),
    land: features(topology, "tierra", arcs),
    countryLabels: {
      type: "FeatureCollection",
      features: Object.entries(countries).map(([key, name]) => pointFeature({ name: name.toUpperCase(), at: COUNTRY_POINTS[key] })),
    },
    byCode: new Map(territories.features.map((feature) => [feature.id, feature])),
    names,
    full: fullNames(names, departments),
    places: placeOptions(names, departments),
    points: new Map(properties.map(([id, , point]) => [id, point])),
  };
}

/** Names that tell one municipality from another: with its department where two share a name. */
export function fullNames(names, departments) {
  const times = new Map();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  const full = ([code, name]) => [code, times.get(name) > 1 ? `${name} (${departments[code.slice(0, 2)]})` : name];
  return new Map([...names].map(full));
}

/** Options of the place search: accents and capitals do not matter when typing. */
export function placeOptions(names, departments) {
  return [...names]
    .map(([code, name]) => ({ label: `${name} · ${departments[code.slice(0, 2)]}`, value: code, search: `${name} ${plain(name)} ${code}` }))
    .sort((a, b) => a.label.localeCompare(b.label, "es"));
}

/** A name as people type it: no accents, no capitals. */
export const plain = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const inside = ([x, y], [west, south, east, north]) => x > west && x < east && y > south && y < north;

/** Names to write: the chosen municipality, then the scope's order of importance. */
export function labels(slice, selected, { names, points }) {
  const order = [selected, ...slice.important].filter((code, i, all) => points.has(code) && all.indexOf(code) === i);
  const candidates = order.map((code) => ({ code, name: names.get(code), at: points.get(code) }));
  const leaflet = map();
  const project = leaflet ? ([lon, lat]) => leaflet.latLngToLayerPoint([lat, lon]) : ([lon, lat]) => ({ x: lon * 90, y: lat * 90 });
  return placed(candidates, project, MOST_LABELS).map(pointFeature);
}
