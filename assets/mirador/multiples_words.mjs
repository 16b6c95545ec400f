// What small maps have in common: which of them are shown, one scale for all, and its legend.

import { radiusOf } from "./circles.mjs";
import { COUNT_INK, STATE, paletteOf } from "./classes.mjs";
import { fill, number } from "./format.mjs";
import { swatch } from "./legend.mjs";
import { SHRUNK, known } from "./small_map.mjs";
import { html, svg } from "./tree.mjs";

export const MOST_MAPS = 12;
const CLASSES = 5;

/** Years of a slice, the newest `most` of them, the oldest first. */
export const lastYears = (years, most = MOST_MAPS) => years.slice(-most);

const total = (map) => known(map).reduce((sum, { value }) => sum + value, 0);

/** The maps with most in them, the highest first, and those that are left out; empty ones are neither. */
export function leading(maps, most = MOST_MAPS) {
  const weight = (map) => (map.slice.count ? total(map) : total(map) / known(map).length);
  const filled = maps.filter((map) => known(map).length).map((map) => [weight(map), map]);
  const order = filled.sort((a, b) => b[0] - a[0]).map(([, map]) => map);
  return { shown: order.slice(0, most), left: order.slice(most) };
}

/** Limits that part all values into groups of about equal size, written with two digits. */
export function commonLimits(values, classes = CLASSES) {
  const sorted = values.slice().sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  const limits = Array.from({ length: classes - 1 }, (_, i) => Number(at((i + 1) / classes).toPrecision(2)));
  return [...new Set(limits)].filter((limit) => limit > sorted[0] && limit <= sorted.at(-1));
}

/** One scale for slices of several sectors; a count needs none. */
export function commonScale(slices, maps, { language, words }) {
  if (!slices.length || slices[0].count) return {};
  const breaks = commonLimits(maps.flatMap((map) => known(map).map(({ value }) => value)));
  const decimals = breaks.every(Number.isInteger) ? 0 : Math.max(1, slices[0].decimals);
  const write = (limit) => number(limit, decimals, language);
  const between = breaks.slice(1).map((limit, i) => fill(words.between, write(breaks[i]), write(limit)));
  const labels = breaks.length ? [fill(words.below, write(breaks[0])), ...between, fill(words.or_more, write(breaks.at(-1)))] : [slices[0].unit];
  return { breaks, labels };
}

/** Classes or sizes of all the maps, and every state that one of them shows. */
export function sharedLegend(scale, maps, high, { states, language }) {
  const palette = scale.count ? [] : paletteOf(scale);
  const classes = palette.map((colour, i) => html("Li", {}, html("I", { style: { background: colour } }), scale.labels[i]));
  const seen = states.map((name, state) => ({ name, state })).filter(({ state }) => state !== STATE.VALUE && maps.some(({ all }) => all.some((entry) => entry.state === state)));
  const others = seen.map(({ name, state }) => html("Li", {}, swatch(state), name));
  const sizes = scale.count && high ? [html("Li", {}, circle(high, high), number(high, 0, language)), html("Li", {}, circle(high / 4, high), number(high / 4, 0, language))] : [];
  return html("Ul", { className: "classes" }, ...sizes, ...classes, ...others);
}

function circle(value, high) {
  const radius = radiusOf(value, high) * SHRUNK;
  const side = String(2 * radius + 2);
  return svg("Svg", { width: side, height: side, "aria-hidden": "true" }, svg("Circle", { cx: radius + 1, cy: radius + 1, r: radius, fill: COUNT_INK, "fill-opacity": "0.5" }));
}
