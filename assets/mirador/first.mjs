// The first picture: the choropleth, drawn by the document itself while Dash is still on its way.
// Same decoding, classes, styles and frame as the map that follows, which takes its place.

import { circles, circlesAt } from "./circles.mjs";
import { pieces } from "./format.mjs";
import { drawn, framed, isWide, outlined, projected } from "./framing.mjs";
import { awaitPage, place, show } from "./handover.mjs";
import * as leaflet from "./map.mjs";
import { shown } from "./shown.mjs";
import { topologyAt } from "./topology.mjs";
import { html, svg } from "./tree.mjs";
import { load } from "./values.mjs";

const facts = JSON.parse(document.getElementById("first-facts").textContent);
awaitPage();
// What does not arrive is told by the application, or by the document if that does not arrive either.
// The application waits until the picture is painted: it is heavy, and would come in between.
const painted = () => requestAnimationFrame(() => setTimeout(() => window.dispatchEvent(new Event("mirador-drawn"))));
Promise.all([topologyAt(facts.geometry), ...facts.values.map((address) => load(address, facts.snapshot))]).then(([known, slice, second]) => {
  draw(known, slice, { ...shown(slice.fill, second?.fill, facts.chosen, facts.words), ...facts });
}).catch(() => {}).then(painted);

function draw({ topology, arcs }, slice, { fill, index, all, chosen, bounds, edge, room, ...zooms }) {
  const box = place()?.querySelector('[role="application"]');
  if (!box?.clientWidth) return;
  const size = [box.clientWidth, box.clientHeight];
  const right = isWide() ? room : edge;
  const frame = framed(bounds, size, { left: edge, top: edge, right, bottom: edge }, zooms);
  const lines = drawn(arcs, frame);
  const members = (name) => membersOf(topology.objects[name]);
  const shapes = (geometries, styleOf, mark) => group(geometries.map((member) => shape(member, styleOf(member), outlined(member, lines, size), mark)));
  // The map is told what it will paint, so that its styles are those of the picture.
  leaflet.repaint({ slice: fill, selected: chosen.municipio, byCode: new Map(all.map((entry) => [entry.code, entry])), scope: new Set(slice.scope) });
  const municipalities = members("municipios");
  const picked = municipalities.filter(({ id }) => id === chosen.municipio);
  show(svg("Svg", { className: "first-picture", width: String(size[0]), height: String(size[1]), "aria-hidden": "true" },
    shapes(members("tierra"), leaflet.landStyle),
    shapes(members("paises"), leaflet.countryStyle),
    shapes(municipalities, leaflet.territoryStyle, "data-first"),
    shapes(members("departamentos"), leaflet.departmentCaseStyle),
    shapes(members("departamentos"), leaflet.departmentStyle),
    shapes(picked, leaflet.haloStyle),
    shapes(picked, leaflet.selectedStyle),
    group(allCircles(slice, index, chosen, municipalities).map((circle) => mark(circle, frame))),
  ));
  answer(index < 0 ? fill.none : fill.answers[index], slice.notes);
}

const membersOf = (object) => (object.type === "GeometryCollection" ? object.geometries : [object]);
const group = (children) => svg("G", { "stroke-linejoin": "round", "stroke-linecap": "round", "fill-rule": "evenodd" }, children.filter(Boolean));

function shape({ id }, style, d, mark) {
  return d ? svg("Path", { d, ...attributes(style), ...(mark ? { [mark]: id } : {}) }) : null;
}

/** Options of Leaflet as attributes, where it writes them and with what it takes for granted. */
export function attributes({ stroke = true, fill = true, color, weight, opacity = 1, dashArray, fillColor = color, fillOpacity = 0.2 }) {
  const line = stroke ? { stroke: color, "stroke-width": weight, "stroke-opacity": opacity } : { stroke: "none" };
  const dashes = stroke && dashArray ? { "stroke-dasharray": dashArray } : {};
  return { ...line, ...dashes, ...(fill ? { fill: fillColor, "fill-opacity": fillOpacity } : { fill: "none" }) };
}

/** Circles of the indicator, where it is a count, and of the layers that are on. */
function allCircles({ fill, layers, unitsArePoints }, index, { periodo, capas }, municipalities) {
  const points = new Map(municipalities.map(({ id, properties: { p } }) => [id, p]));
  const of = (kind, features) => features.map((feature) => ({ kind, ...feature }));
  const on = ["personas", "demanda", "unidades"].filter((name) => capas.includes(name) && layers[name] && !(name === "unidades" && unitsArePoints));
  return [
    ...(fill.count && index >= 0 ? of("principal", circlesAt(fill, index, new Map(), points, facts.language)) : []),
    ...on.flatMap((name) => of(name, circles(layers[name], periodo, new Map(), points, facts.language))),
  ];
}

function mark({ kind, geometry: { coordinates }, properties: { radius } }, { zoom, origin }) {
  const [x, y] = projected(coordinates, zoom);
  return svg("Circle", { cx: Math.round(x) - origin[0], cy: Math.round(y) - origin[1], r: radius, ...attributes(leaflet.CIRCLES[kind]) });
}

/** The sentence that the map opens with. */
function answer(sentence, notes) {
  const words = pieces(sentence).map((piece, i) => (i % 2 ? html("B", {}, piece) : piece));
  document.querySelector("#first-page .answer")?.replaceChildren(...words, ...notes.map((note) => html("Span", { className: "view-note" }, note)));
}
