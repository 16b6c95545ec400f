// The static geometry file, decoded once: shapes, names and points of every municipality.

import { features, topologyAt } from "./topology.mjs";
import { tooMany } from "./canvas.mjs";
import { boundsOf } from "./importing_map.mjs";

/** Neighbours, the widest first, and which of them are so narrow that their name may reach the sea. */
const COUNTRIES = { venezuela: "VEN", brazil: "BRA", peru: "PER", ecuador: "ECU", panama: "PAN" };
const SMALL = new Set(["ECU", "PAN"]);

/** Fetches and decodes the geometry; everything that the layers need of it. */
export async function setUpGeography({ geometry, countries, departments, unplaced }) {
  const { topology, arcs } = await topologyAt(geometry);
  const territories = features(topology, "municipios", arcs);
  const properties = territories.features.map(({ id, properties: { n, p } }) => [id, n, p]);
  const neighbours = features(topology, "paises", arcs);
  const names = new Map([...properties.map(([id, name]) => [id, name]), ...Object.entries(unplaced)]);
  return {
    territories,
    asPicture: tooMany(territories.features),
    departments: features(topology, "departamentos", arcs),
    countries: neighbours,
    land: features(topology, "tierra", arcs),
    countryAreas: areasOf(neighbours, countries),
    byCode: new Map(territories.features.map((feature) => [feature.id, feature])),
    names,
    full: fullNames(names, departments),
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

/** Neighbouring countries as their names need them: rings, box and name in capitals. */
export function areasOf({ features: outlines }, words) {
  const byKey = new Map(outlines.map((feature) => [feature.id, feature.geometry]));
  return Object.entries(COUNTRIES).filter(([key]) => byKey.has(key)).map(([key, code]) => {
    const { type, coordinates } = byKey.get(key);
    return {
      name: words[code].toUpperCase(), small: SMALL.has(code), box: boundsOf(coordinates),
      rings: type === "Polygon" ? coordinates : coordinates.flat(),
    };
  });
}
