// Decodes the TopoJSON geometry file: quantised, delta-encoded arcs shared by neighbours.

/** Absolute coordinates of every arc. */
export function arcsOf({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** One line from arc numbers; a negative number n means arc ~n backwards. */
function line(numbers, arcs) {
  const points = [];
  for (const number of numbers) {
    const arc = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  return points;
}

const DEPTH = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 };

function coordinates(nested, depth, arcs) {
  return depth === 0 ? line(nested, arcs) : nested.map((inner) => coordinates(inner, depth - 1, arcs));
}

/** A named object of a topology as a GeoJSON feature collection. */
export function features(topology, name, arcs = arcsOf(topology)) {
  const object = topology.objects[name];
  const members = object.type === "GeometryCollection" ? object.geometries : [object];
  return {
    type: "FeatureCollection",
    features: members.map((member) => ({
      type: "Feature",
      id: member.id,
      properties: { code: member.id, ...member.properties },
      geometry: {
        type: member.type,
        coordinates: coordinates(member.arcs, DEPTH[member.type], arcs),
      },
    })),
  };
}

const kept = new Map();

/** The topology at an address with its arcs in degrees; fetched and decoded once for the page. */
export function topologyAt(address) {
  if (!kept.has(address)) kept.set(address, ask(address));
  return kept.get(address);
}

async function ask(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const topology = await response.json();
  return { topology, arcs: arcsOf(topology) };
}
