// Points and names on the map, as Leaflet asks for them: productive units, centres, places, countries.

import { fill } from "./format.mjs";

/** A mark with its anchor in pixels: centres hang under their point and leave the name free. */
const icon = (className, content, size, anchor) => {
  const element = document.createElement("span");
  element.textContent = content;
  return window.L.divIcon({ className, html: element, iconSize: size, iconAnchor: anchor });
};

/** Units as points, of one section or of all. */
export function unitFeatures(units, sector) {
  const { id, lon, lat, status, sector: sections, since, card: words, statusWords, sectorWords, more } = units;
  return lon
    .map((x, i) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [x, lat[i]] },
      properties: {
        id: id[i], status: status[i], section: sections[i], more,
        title: fill(words, { status: statusWords[status[i]], sector: sectorWords[sections[i]] }),
        lines: [since[i], units.source].filter(Boolean),
      },
    }))
    .filter(({ properties: { section } }) => sector === "total" || section === sector);
}

export function unitCluster(feature, at) {
  const count = feature.properties.point_count;
  const size = 20 + Math.min(18, Math.sqrt(count));
  return window.L.marker(at, { icon: icon("unit-cluster", String(count), [size, size]), title: `${count}`, pane: "points" });
}

export function unitPoint(feature, at) {
  return window.L.marker(at, { icon: icon(`unit-point unit-${feature.properties.status}`, "", [12, 12]), title: feature.properties.title, pane: "points" })
    .bindPopup(() => card(feature.properties));
}

/** Zoom at which the place of a centre is seen. */
const CLOSE = 10;

const centres = new Map();
let centresDrawn = () => {};

/** What to do whenever a centre has come onto the map. */
export function onCentres(react) {
  centresDrawn = react;
}

/** Goes to a centre and opens its card; whether the map has it. */
export function openCentre(id) {
  const marker = centres.get(id);
  const map = marker?._map;
  if (!map) return false;
  map.setView(marker.getLatLng(), Math.max(map.getZoom(), CLOSE), { animate: false });
  marker.openPopup();
  return true;
}

export function centrePoint(feature, at) {
  const mark = feature.properties.kind === "centro_integrate" ? "▲" : "●";
  const marker = window.L.marker(at, {
    icon: icon(`centre-point centre-${feature.properties.status}`, mark, [20, 20], [10, -5]),
    title: feature.properties.title, alt: feature.properties.title, riseOnHover: true, pane: "points",
  }).bindPopup(() => card(feature.properties), { maxWidth: 300 });
  centres.set(feature.properties.id, marker);
  marker.once("add", () => setTimeout(centresDrawn));
  return marker;
}

/** A card of plain text, with a link to the whole one: nothing that a file says is ever read as HTML. */
function card({ id, title, lines, more }) {
  const box = document.createElement("div");
  box.className = "map-card";
  const head = box.appendChild(document.createElement("h3"));
  head.textContent = title;
  for (const line of lines) box.appendChild(document.createElement("p")).textContent = line;
  const link = box.appendChild(document.createElement("a"));
  link.textContent = more;
  link.href = `/lugares?lugar=${encodeURIComponent(id)}#tarjeta`;
  link.dataset.keep = "yes";
  return box;
}

/** A name, moved from its point so that it covers nothing. */
const label = (className) => (feature, at) => {
  const { name, dx, dy, kind } = feature.properties;
  const made = icon(`${className} ${kind}`.trim(), name, null);
  made.options.html.style.transform = `translate(calc(-50% + ${dx}px), calc(-50% + ${dy}px))`;
  return window.L.marker(at, { icon: made, interactive: false, keyboard: false, pane: "names" });
};
export const placeLabel = label("place-label");
export const countryLabel = label("country-label");
