// The legend: one sliver per territory, marks of reference, classes and states with their counts.

import { number } from "./format.mjs";
import { COUNT_FILL, COUNT_INK, WITH_VALUE, colours, ranked, tally } from "./classes.mjs";
import { highest, radiusOf } from "./circles.mjs";
import { html, svg } from "./tree.mjs";

const WIDTH = 372;
const HEIGHT = 40;
const TOP = 30;

/** Legend card for one year of a slice. */
export function legend(slice, all, index, selected, catalogue) {
  const { words } = catalogue;
  const counts = tally(all, slice.labels.length);
  return [
    html(
      "H2",
      {},
      `${slice.title}${index < 0 ? "" : ` · ${slice.years[index]}`}`,
      slice.level === "departamento" ? html("Small", {}, ` ${words.by_department}`) : "",
    ),
    slice.heading ? html("P", { className: "heading" }, slice.heading) : "",
    strip(slice, all, index, selected, catalogue),
    slice.count ? sizes(slice, catalogue) : "",
    html("Ul", { className: "classes" }, ...classItems(slice, counts, catalogue), ...stateItems(all, counts, catalogue)),
    method(slice, index, catalogue),
  ];
}

/** Nested circles: what the largest one stands for, and a quarter and a sixteenth of it. */
function sizes(slice, { language }) {
  const high = highest(slice);
  if (!high) return "";
  const shown = [1, 4, 16].map((part) => nice(high / part)).filter((value, i, values) => value > 0 && values.indexOf(value) === i);
  const box = 2 * radiusOf(high, high) + 4;
  const marks = shown.map((value, i) => {
    const radius = radiusOf(value, high);
    return [
      svg("Circle", { className: "size", cx: String(box / 2), cy: (box - 2 - radius).toFixed(1), r: radius.toFixed(1) }),
      svg("Line", { className: "size-line", x1: String(box / 2), x2: String(box + 8), y1: (box - 2 - 2 * radius).toFixed(1), y2: String(7 + i * 15) }),
      svg("Text", { className: "mark-label", x: String(box + 12), y: String(11 + i * 15) }, number(value, 0, language)),
    ];
  });
  return svg("Svg", { className: "sizes", viewBox: `0 0 220 ${box}`, width: "220", height: String(box), role: "img", "aria-label": shown.map((value) => number(value, 0, language)).join(", ") }, ...marks);
}

/** A number down to its first digit, as a reader would choose one: 8,317 is 8,000. */
function nice(value) {
  if (value < 1) return value > 0 ? 1 : 0;
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / step) * step;
}

function classItems(slice, counts, { states }) {
  if (slice.count) {
    const known = counts.states[0];
    return known ? [html("Li", {}, html("I", { style: { background: COUNT_FILL } }), states[0], html("B", {}, ` ${known}`))] : [];
  }
  const palette = colours(slice.labels.length);
  if (!counts.classes.some(Boolean)) return [];
  return slice.labels.map((label, i) =>
    html("Li", {}, html("Button", { type: "button", "data-class": String(i), "aria-pressed": "false" },
      html("I", { style: { background: palette[i] } }), label, html("B", {}, ` ${counts.classes[i]}`))),
  );
}

function stateItems(all, counts, { states, statesExplained }) {
  return states
    .map((name, state) => ({ name, state, count: counts.states[state] }))
    .filter(({ state, count }) => state !== 0 && count > 0)
    .map(({ name, state, count }) =>
      html("Li", { title: statesExplained[state] }, html("Button", { type: "button", "data-state": String(state), "aria-pressed": "false" },
        html("I", { className: `state state-${state}` }), name, html("B", {}, ` ${count}`))),
    );
}

function strip(slice, all, index, selected, catalogue) {
  const shown = ranked(all).filter(({ state }) => WITH_VALUE.has(state)).reverse();
  if (shown.length < 2) return "";
  const low = Math.min(0, shown[0].value);
  const high = shown.at(-1).value;
  const step = WIDTH / shown.length;
  const rise = (value) => (high === low ? HEIGHT : Math.max(3, ((value - low) / (high - low)) * HEIGHT));
  const slivers = shown.map(({ code, value, fill }, i) =>
    svg("Rect", {
      "data-code": code,
      x: (i * step).toFixed(2), y: (TOP + HEIGHT - rise(value)).toFixed(1),
      width: Math.max(0.6, step - (step > 3 ? 0.6 : 0)).toFixed(2), height: rise(value).toFixed(1), fill: slice.count ? COUNT_INK : fill,
    }, svg("Title", {}, `${catalogue.nameOf(code, slice)}: ${number(value, slice.decimals, catalogue.language)}`)),
  );
  const place = (value) => shown.findIndex((entry) => entry.value >= value);
  const marks = (index < 0 ? [] : slice.marks[index]).map(({ label, value }) => ({
    x: (place(value) < 0 ? shown.length : place(value)) * step, label, value, dashed: true,
  }));
  const at = shown.findIndex(({ code }) => code === selected);
  if (at >= 0) marks.push({ x: (at + 0.5) * step, label: catalogue.nameOf(selected, slice), value: shown[at].value, dashed: false });
  return svg(
    "Svg",
    { className: "strip", viewBox: `0 0 ${WIDTH} ${TOP + HEIGHT + 2}`, role: "img",
      "aria-label": marks.map(({ label, value }) => `${label}: ${number(value, slice.decimals, catalogue.language)}`).join("; ") || slice.title },
    ...slivers,
    ...marks.map(markLine),
    ...marks.map((mark, i) => markLabel(mark, i, slice, catalogue)),
  );
}

const markTop = (i) => 1 + (i % 3) * 11;

const markLine = ({ x, dashed }, i) =>
  svg("Line", { className: dashed ? "mark dashed" : "mark", x1: x.toFixed(1), x2: x.toFixed(1), y1: String(markTop(i)), y2: String(TOP + HEIGHT + 2) });

/** Labels go left of their line on the right half, and one below the other so that none collides. */
function markLabel({ x, label, value, dashed }, i, slice, catalogue) {
  const left = x > WIDTH / 2;
  return svg("Text", { className: dashed ? "mark-label" : "mark-label strong", x: (left ? x - 4 : x + 4).toFixed(1),
    y: String(markTop(i) + 8), textAnchor: left ? "end" : "start" }, `${label} ${number(value, slice.decimals, catalogue.language)}`);
}

function method(slice, index, { words }) {
  const sources = index < 0 ? [] : slice.sources[index];
  return html(
    "Details",
    { className: "method" },
    html("Summary", {}, words.source_and_method),
    html("Dl", {}, ...slice.method.flatMap(([name, text]) => [html("Dt", {}, name), html("Dd", {}, text)])),
    sources.length ? html("P", { className: "sources-title" }, words.sources_of_map) : "",
    html("Ul", { className: "sources" }, ...sources.map((text) => html("Li", {}, text))),
  );
}

/** One line per circle layer that is on: what its circles stand for. */
export function layerLegend({ layers, unitsArePoints }, chosen) {
  return chosen
    .filter((key) => layers[key] && !(key === "unidades" && unitsArePoints))
    .map((key) => html("P", {}, html("I", { className: `swatch swatch-${key}` }), layers[key].words));
}
