// Legend of two indicators at once: a square of nine, the first to the right, the second upwards.

import { fill } from "./format.mjs";
import { html } from "./tree.mjs";

/** Square with the counts of its nine classes, their limits and the names of both axes. */
export function crossLegend({ cross, title }, counts, { words }) {
  const rows = [2, 1, 0].map((row) => [
    html("Span", { className: "cross-row" }, cross.rows[row] ?? ""),
    ...[0, 1, 2].map((column) => cell(row, column, cross, title, counts, words)),
  ]);
  const feet = [html("Span", { className: "cross-row" }), ...cross.columns.map((label) => html("Span", { className: "cross-foot" }, label))];
  return html("Div", { className: "cross" },
    html("P", { className: "cross-axis" }, `↑ ${cross.title}`),
    html("Div", { className: "cross-grid" }, ...rows.flat(), ...feet),
    html("P", { className: "cross-axis end" }, `${title} →`));
}

function cell(row, column, cross, title, counts, words) {
  const level = row * 3 + column;
  const says = fill(words.cross_cell, { first: title, a: cross.columns[column], second: cross.title, b: cross.rows[row], n: String(counts.classes[level]) });
  return html("Button", {
    type: "button", "data-class": String(level), "aria-pressed": "false", "aria-label": says, title: says,
    style: { background: `var(--cross-${level + 1})` },
  }, html("B", {}, String(counts.classes[level])));
}
