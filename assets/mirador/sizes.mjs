// What circles stand for: nested ones with their numbers, for every kind of circle on the map.

import { number } from "./format.mjs";
import { highest, radiusOf } from "./circles.mjs";
import { html, svg } from "./tree.mjs";

const PARTS = [1, 4, 16];
const ROW = 15;

/** A number down to its first digit, as a reader would choose one: 8,317 is 8,000. */
export function nice(value) {
  if (value < 1) return value > 0 ? 1 : 0;
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / step) * step;
}

/** What the largest circle stands for, and about a quarter and a sixteenth of it. */
export const steps = (high) => PARTS.map((part) => nice(high / part)).filter((value, i, values) => value > 0 && values.indexOf(value) === i);

/** Nested circles of a layer in its own colours; nothing where it has no circle. */
export function sizes(layer, kind, { language }) {
  const high = highest(layer);
  if (!high) return "";
  const values = steps(high);
  const box = Math.max(2 * radiusOf(values[0], high) + 4, values.length * ROW);
  const words = values.map((value) => number(value, 0, language));
  const width = box + 18 + Math.max(...words.map(({ length }) => length)) * 6.4;
  const marks = values.map((value, i) => {
    const radius = radiusOf(value, high);
    return [
      svg("Circle", { className: "size", cx: String(box / 2), cy: (box - 2 - radius).toFixed(1), r: radius.toFixed(1) }),
      svg("Line", { className: "size-line", x1: String(box / 2), x2: String(box + 8), y1: (box - 2 - 2 * radius).toFixed(1), y2: String(7 + i * ROW) }),
      svg("Text", { className: "mark-label", x: String(box + 12), y: String(11 + i * ROW) }, words[i]),
    ];
  });
  return svg("Svg", { className: `sizes sizes-${kind}`, viewBox: `0 0 ${width} ${box}`, width: String(width), height: String(box), role: "img", "aria-label": words.join(", ") }, ...marks);
}

/** For each circle layer that is on: what its circles stand for, in words and in sizes. */
export function layerLegend({ layers, unitsArePoints }, chosen, catalogue) {
  const on = chosen.filter((key) => layers[key] && !(key === "unidades" && unitsArePoints));
  if (!on.length) return [];
  const words = on.map((key) => html("P", {}, html("I", { className: `swatch swatch-${key}` }), layers[key].words));
  const nested = on.map((key) => sizes(layers[key], key, catalogue)).filter(Boolean);
  return [...words, nested.length ? html("Div", { className: "nested" }, ...nested) : "", nested.length ? html("P", { className: "note" }, catalogue.words.circles_area) : ""];
}
