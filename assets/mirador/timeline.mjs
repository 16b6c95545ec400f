// The years of the map: a slider that moves through them, alone if asked to, and all of them side
// by side. Nothing here asks the server: the figures of every year are already in the page.

import { COUNT_INK, paletteOf, entries } from "./classes.mjs";
import { highest, radiusOf } from "./circles.mjs";
import { fill } from "./format.mjs";
import { outline, projection, boundsOf, around } from "./importing_map.mjs";
import { html, svg } from "./tree.mjs";

const STEP_MS = 1100;
const MOST_MAPS = 12;
const WIDTH = 260;
const HEIGHT = 220;
const SHRUNK = 0.45;

const shown = { slice: null, index: -1, catalogue: null, known: null };
let playing = 0;

const setYear = (year) => window.dash_clientside.set_props("filter-periodo", { value: String(year) });

/** Years of a slice that have any figure, the newest `most` of them, the oldest first. */
export const lastYears = (years, most = MOST_MAPS) => years.slice(-most);

/** Writes the slider for a slice, or nothing where there is one year at most. */
export function timeline(slice, index, catalogue, known) {
  const place = document.getElementById("map-time");
  if (!place) return;
  const another = shown.slice?.key !== slice.key;
  Object.assign(shown, { slice, index, catalogue, known });
  if (another) stop();
  place.hidden = slice.years.length < 2;
  if (place.hidden) return;
  if (another || !place.firstChild) place.replaceChildren(...controls(slice, catalogue.words));
  const slider = place.querySelector("input");
  slider.value = String(Math.max(index, 0));
  slider.setAttribute("aria-valuetext", String(slice.years[Math.max(index, 0)]));
  place.querySelector("output").textContent = String(slice.years[Math.max(index, 0)] ?? "");
}

function controls({ years }, words) {
  const play = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", id: "map-play", "aria-label": words.play, title: words.play }, "▶");
  const slider = html("Input", { type: "range", min: "0", max: String(years.length - 1), step: "1", "aria-label": words.years, list: "map-years" });
  const many = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", id: "map-many" }, words.side_by_side);
  slider.addEventListener("input", () => { stop(); setYear(shown.slice.years[Number(slider.value)]); });
  play.addEventListener("click", () => (playing ? stop() : start()));
  many.addEventListener("click", openMany);
  return [play, slider, html("Output", {}), many];
}

/** The year that comes after the one shown: the first one after the last. */
export const following = (years, index) => (index >= years.length - 1 ? 0 : index + 1);

/** From the first year where the last one is shown, else from where it is. A reader who wants no
    movement goes one year further at each press. */
function start() {
  let next = following(shown.slice.years, shown.index);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return setYear(shown.slice.years[next]);
  playLabel("❚❚", "pause");
  const step = () => {
    if (document.hidden) return stop();
    setYear(shown.slice.years[next]);
    next += 1;
    return next >= shown.slice.years.length ? stop() : undefined;
  };
  playing = window.setInterval(step, STEP_MS);
  return step();
}

function stop() {
  window.clearInterval(playing);
  playing = 0;
  playLabel("▶", "play");
}

function playLabel(sign, word) {
  const play = document.getElementById("map-play");
  if (!play) return;
  play.textContent = sign;
  play.setAttribute("aria-label", shown.catalogue.words[word]);
  play.title = shown.catalogue.words[word];
}

/** Up to twelve small maps, one per year, in the classes of the large one. */
function openMany() {
  const { slice, catalogue: { words }, known } = shown;
  const dialog = html("Dialog", { className: "many", "aria-label": slice.title });
  const close = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary" }, words.close);
  const years = lastYears(slice.years);
  const outlines = drawn(slice, known);
  dialog.append(html("Header", {}, html("H2", {}, slice.title), close), key(slice), html("Div", { className: "grid" }, ...years.map((year) => one(slice, year, outlines))));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The classes that all the small maps share. */
function key(slice) {
  if (slice.count) return html("P", { className: "kick" }, slice.heading ?? "");
  const palette = paletteOf(slice);
  return html("Ul", { className: "classes" }, ...slice.labels.map((label, i) => html("Li", {}, html("I", { style: { background: palette[i] } }), label)));
}

/** Outline of each territory of the slice, projected once for all the small maps. */
function drawn(slice, { byCode }) {
  const scope = slice.scope ?? slice.codes;
  const features = scope.map((code) => byCode.get(code)).filter(Boolean);
  const project = projection(around(features.map(({ geometry }) => boundsOf(geometry.coordinates))), WIDTH, HEIGHT);
  return features.map((feature) => ({
    code: feature.id, name: feature.properties.n, path: outline(feature.geometry, project), at: project(feature.properties.p),
  }));
}

function one(slice, year, outlines) {
  const byCode = new Map(entries(slice, slice.years.indexOf(year)).map((entry) => [entry.code, entry]));
  const paths = outlines.map(({ code, name, path }) => {
    const entry = byCode.get(code) ?? byCode.get(code.slice(0, 2));
    return svg("Path", { d: path, fill: entry?.fill ?? "var(--map-paper)", "data-code": code }, svg("Title", {}, name));
  });
  const circles = slice.count ? outlines.map(({ code, at }) => circle(byCode.get(code), at, slice)).filter(Boolean) : [];
  const known = [...byCode.values()].filter(({ value }) => value !== null).length;
  const caption = fill(shown.catalogue.words.year_map, String(year), String(known));
  return html("Figure", {}, svg("Svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": caption }, ...paths, ...circles), html("Figcaption", {}, caption));
}

/** Counts are circles, whose area is the count; the same scale in every year. */
function circle(entry, [x, y], slice) {
  if (!entry?.value) return null;
  const radius = radiusOf(entry.value, highest(slice)) * SHRUNK;
  return svg("Circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1), fill: COUNT_INK, "fill-opacity": "0.55" });
}
