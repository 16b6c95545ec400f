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

/** What the strip on the page shows, until the next one is written. */
const drawn = { slivers: [], slice: null, catalogue: null, layer: null, pointed: null, ground: null };

/** Strip of one year of a slice; nothing where fewer than two territories have a value. */
export function strip(slice, all, index, selected, catalogue) {
  const shown = ranked(all).filter(({ state }) => WITH_VALUE.has(state)).reverse();
  Object.assign(drawn, { slivers: [], slice, catalogue });
  if (shown.length < 2) return "";
  const marks = rowed(marksOf(slice, shown, index, selected, catalogue), WIDTH);
  const top = Math.max(1, ...marks.map(({ row }) => row + 1)) * ROW;
  const spoken = marks.map(({ words }) => words).join("; ");
  drawn.slivers = slivers(slice, shown, top);
  drawn.layer = svg("G", {}, ...shapes(drawn.slivers, () => false));
  drawn.pointed = svg("Path", { className: "hot", d: "" });
  drawn.ground = svg("Rect", { className: "ground", x: "0", y: String(top), width: String(WIDTH), height: String(HEIGHT) }, svg("Title", {}, slice.title));
  return svg(
    "Svg",
    { className: "strip", viewBox: `0 0 ${WIDTH} ${top + HEIGHT + 2}`, role: "img", "aria-label": spoken || slice.title },
    drawn.layer,
    drawn.pointed,
    ...marks.map(({ x, dashed, row }) => svg("Line", { className: dashed ? "mark dashed" : "mark", x1: x.toFixed(1), x2: x.toFixed(1), y1: String(row * ROW + 1), y2: String(top + HEIGHT + 2) })),
    ...marks.map(markLabel),
    drawn.ground,
  );
}

/** Places of the slivers, lowest first, each with its outline. */
function slivers(slice, shown, top) {
  const low = Math.min(0, shown[0].value);
  const high = Math.max(0, shown.at(-1).value);
  const step = WIDTH / shown.length;
  const width = Math.max(THIN_PX, step - (step > WIDE_PX ? THIN_PX : 0)).toFixed(2);
  const up = (value) => (high === low ? HEIGHT : ((value - low) / (high - low)) * HEIGHT);
  return shown.map(({ code, value, fill }, i) => {
    const [from, to] = [up(0), up(value)].sort((a, b) => a - b);
    const height = Math.max(LEAST_PX, to - from);
    const y = (top + HEIGHT - from - height).toFixed(1);
    return { code, value, fill: slice.count ? COUNT_INK : fill, d: `M${(i * step).toFixed(2)} ${y}h${width}v${height.toFixed(1)}h-${width}z` };
  });
}

/** One shape for all slivers of a colour: a thousand elements would take longer than the map. */
function shapes(all, dim) {
  const parts = new Map();
  for (const { code, fill, d } of all) {
    const key = `${fill}|${dim(code)}`;
    if (!parts.has(key)) parts.set(key, { fill, className: dim(code) ? "dim" : "", d: [] });
    parts.get(key).d.push(d);
  }
  return [...parts.values()].map(({ d, ...props }) => svg("Path", { ...props, d: d.join("") }));
}

/** Pales the slivers that `dim` names. */
export const fade = (dim) => drawn.slivers.length && drawn.layer.replaceChildren(...shapes(drawn.slivers, dim));

/** Code of the sliver under a pointer; none outside the strip. */
export function sliverAt({ target, clientX }) {
  if (!drawn.slivers.length || target !== drawn.ground) return undefined;
  const { left, width } = drawn.ground.getBoundingClientRect();
  const at = Math.floor(((clientX - left) / width) * drawn.slivers.length);
  return drawn.slivers[Math.min(Math.max(at, 0), drawn.slivers.length - 1)].code;
}

/** Marks the sliver of a territory, or no longer, and says its name and value to who points at it. */
export function heat(code, on) {
  const found = drawn.slivers.find((sliver) => sliver.code === code);
  if (!found) return;
  drawn.pointed.setAttribute("d", on ? found.d : "");
  const { slice, catalogue } = drawn;
  drawn.ground.firstChild.textContent = on ? `${catalogue.nameOf(code, slice)}: ${valueWords(found.value, slice, catalogue.language)}` : slice.title;
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

