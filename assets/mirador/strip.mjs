// The distribution of a map as a strip: one sliver per territory, lowest first, and marks of reference.

import { valueWords } from "./format.mjs";
import { COUNT_INK, WITH_VALUE, ranked } from "./classes.mjs";
import { svg } from "./tree.mjs";

const WIDTH = 372;
const HEIGHT = 40;
const ROW = 11;
const LETTER = 5.4;
const LEAST_PX = 3;
const THIN_PX = 0.6;
const WIDE_PX = 3;

/** Strip of one year of a slice; nothing where fewer than two territories have a value. */
export function strip(slice, all, index, selected, catalogue) {
  const shown = ranked(all).filter(({ state }) => WITH_VALUE.has(state)).reverse();
  if (shown.length < 2) return "";
  const marks = rowed(marksOf(slice, shown, index, selected, catalogue), WIDTH);
  const top = Math.max(1, ...marks.map(({ row }) => row + 1)) * ROW;
  const spoken = marks.map(({ words }) => words).join("; ");
  return svg(
    "Svg",
    { className: "strip", viewBox: `0 0 ${WIDTH} ${top + HEIGHT + 2}`, role: "img", "aria-label": spoken || slice.title },
    ...slivers(slice, shown, top, catalogue),
    ...marks.map(({ x, dashed, row }) => svg("Line", { className: dashed ? "mark dashed" : "mark", x1: x.toFixed(1), x2: x.toFixed(1), y1: String(row * ROW + 1), y2: String(top + HEIGHT + 2) })),
    ...marks.map(markLabel),
  );
}

function slivers(slice, shown, top, catalogue) {
  const low = Math.min(0, shown[0].value);
  const high = Math.max(0, shown.at(-1).value);
  const step = WIDTH / shown.length;
  const up = (value) => (high === low ? HEIGHT : ((value - low) / (high - low)) * HEIGHT);
  return shown.map(({ code, value, fill }, i) => {
    const [from, to] = [up(0), up(value)].sort((a, b) => a - b);
    const height = Math.max(LEAST_PX, to - from);
    return svg("Rect", {
      "data-code": code,
      x: (i * step).toFixed(2), y: (top + HEIGHT - from - height).toFixed(1),
      width: Math.max(THIN_PX, step - (step > WIDE_PX ? THIN_PX : 0)).toFixed(2), height: height.toFixed(1), fill: slice.count ? COUNT_INK : fill,
    }, svg("Title", {}, `${catalogue.nameOf(code, slice)}: ${valueWords(value, slice, catalogue.language)}`));
  });
}

/** Median of the scope, nation, department of the chosen municipality, and itself. */
function marksOf(slice, shown, index, selected, catalogue) {
  const step = WIDTH / shown.length;
  const place = (value) => { const at = shown.findIndex((entry) => entry.value >= value); return (at < 0 ? shown.length : at) * step; };
  const around = departmentMark(slice, index, selected, catalogue);
  const marks = [...(index < 0 ? [] : slice.marks[index]), ...around].map(({ label, value }) => ({ x: place(value), label, value, dashed: true }));
  const at = shown.findIndex(({ code }) => code === selected);
  if (at >= 0) marks.push({ x: (at + 0.5) * step, label: catalogue.nameOf(selected, slice), value: shown[at].value, dashed: false });
  return marks.map((mark) => ({ ...mark, words: `${mark.label} ${valueWords(mark.value, slice, catalogue.language)}` }));
}

function departmentMark({ departments }, index, selected, catalogue) {
  const code = selected.slice(0, 2);
  const value = index < 0 ? null : departments?.[code]?.[index] ?? null;
  return value === null ? [] : [{ label: catalogue.departments[code], value }];
}

/** Marks with the row of their words: as high as needed and no higher, none over another. */
export function rowed(marks, width) {
  const placed = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const left = mark.x > width / 2;
    const long = mark.words.length * LETTER + 6;
    const span = left ? [mark.x - long, mark.x] : [mark.x, mark.x + long];
    let row = 0;
    while (placed.some((other) => other.row === row && span[0] < other.span[1] && other.span[0] < span[1])) row += 1;
    placed.push({ ...mark, left, span, row });
  }
  return placed;
}

const markLabel = ({ x, left, words, dashed, row }) =>
  svg("Text", { className: dashed ? "mark-label" : "mark-label strong", x: (left ? x - 4 : x + 4).toFixed(1), y: String(row * ROW + 9), textAnchor: left ? "end" : "start" }, words);

