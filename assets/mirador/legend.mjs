// The legend: the strip of the distribution, classes and states with their counts, source and method.

import { fill } from "./format.mjs";
import { COUNT_INK, STATE, paletteOf, tally } from "./classes.mjs";
import { crossLegend } from "./cross_legend.mjs";
import { sizes } from "./sizes.mjs";
import { strip } from "./strip.mjs";
import { html, svg } from "./tree.mjs";

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
    slice.said ? html("P", { className: "heading" }, slice.said) : "",
    strip(slice, all, index, selected, catalogue),
    slice.count ? sizes(slice, "principal", catalogue) : "",
    slice.cross ? crossLegend(slice, counts, catalogue) : "",
    html("Ul", { className: "classes" }, ...(slice.cross ? [] : classItems(slice, counts)), ...stateItems(counts, catalogue)),
    method(slice, index, catalogue),
  ];
}

function classItems(slice, counts) {
  if (!counts.classes.some(Boolean)) return [];
  const palette = paletteOf(slice);
  return slice.labels.map((label, i) =>
    html("Li", {}, html("Button", { type: "button", "data-class": String(i), "aria-pressed": "false" },
      slice.count ? dot(i, slice.labels.length) : html("I", { style: { background: palette[i] } }), label, html("B", {}, ` ${counts.classes[i]}`))),
  );
}

/** Classes of counts have no shade: larger ones have a larger dot. */
const dot = (i, n) => svg("Svg", { className: "dot", viewBox: "0 0 14 14", width: "14", height: "14", "aria-hidden": "true" },
  svg("Circle", { cx: "7", cy: "7", r: (2 + (4.5 * (i + 1)) / n).toFixed(1), fill: COUNT_INK }));

function stateItems(counts, { states, statesExplained }) {
  return states
    .map((name, state) => ({ name, state, count: counts.states[state] }))
    .filter(({ state, count }) => state !== STATE.VALUE && count > 0)
    .map(({ name, state, count }) =>
      html("Li", { title: statesExplained[state] }, html("Button", { type: "button", "data-state": String(state), "aria-pressed": "false" },
        swatch(state), name, html("B", {}, ` ${count}`))),
    );
}

/** The very pattern or edge of the map, so that paper and black and white show it too. */
export function swatch(state) {
  const { fill: inside, ...line } = SWATCHES[state];
  return svg("Svg", { className: "state", viewBox: "0 0 22 14", width: "22", height: "14", "aria-hidden": "true" },
    svg("Rect", { x: "1.5", y: "1.5", width: "19", height: "11", rx: "2", fill: inside, ...line }));
}

const plain = { stroke: "var(--control-line)", "stroke-width": "0.7" };
const SWATCHES = {
  [STATE.NO_DATA]: { fill: "url(#sin-dato)", ...plain },
  [STATE.SUPPRESSED]: { fill: "url(#suprimido)", ...plain },
  [STATE.NOT_APPLICABLE]: { fill: "url(#no-aplica)", ...plain },
  [STATE.EARLIER]: { fill: "var(--card)", stroke: "var(--map-mark)", "stroke-width": "1.2", "stroke-dasharray": "4 3" },
  [STATE.UNRELIABLE]: { fill: "var(--card)", stroke: "var(--map-mark)", "stroke-width": "2.2", "stroke-dasharray": "0.1 4", "stroke-linecap": "round" },
};

function method(slice, index, { words }) {
  const sources = index < 0 ? [] : slice.sources[index];
  const rules = [...slice.method, [words.classes, ruleOf(slice, words)]];
  return html(
    "Details",
    { className: "method" },
    html("Summary", {}, words.source_and_method),
    html("Dl", {}, ...rules.flatMap(([name, text]) => [html("Dt", {}, name), html("Dd", {}, text)])),
    sources.length ? html("P", { className: "sources-title" }, words.sources_of_map) : "",
    html("Ul", { className: "sources" }, ...sources.map((text) => html("Li", {}, text))),
  );
}

/** How the classes were made, in words. */
function ruleOf({ cross, signed, count, labels }, words) {
  const rule = cross ? words.rule_cross : signed ? words.rule_signed : count ? words.rule_count : words.rule_natural;
  return `${fill(rule, String(labels.length))} ${words.rule_limits}`;
}
