// What the areas of the map show: the level of an indicator, its difference from the nation, or two
// indicators at once. Pure functions over slices that have arrived.

import { STATE, STATE_FILL, classOf, entries, yearIndex } from "./classes.mjs";
import { fill as sentence } from "./format.mjs";

const gaps = new WeakMap();

/** A slice whose values are differences from the nation, or `null` where it has no figure to compare. */
export function gapOf(fill, words) {
  if (!fill.gap || fill.count) return null;
  if (!gaps.has(fill)) gaps.set(fill, difference(fill, words));
  return gaps.get(fill);
}

function difference(fill, words) {
  const { nation, ...scale } = fill.gap;
  const places = 10 ** (fill.decimals + 1);
  const minus = (value, i) => (value === null || nation[i] === null ? null : Math.round((value - nation[i]) * places) / places);
  const departments = Object.entries(fill.departments).map(([code, row]) => [code, row.map(minus)]);
  return {
    ...fill, ...scale, signed: true, key: `${fill.key}|brecha`, title: sentence(words.gap_title, fill.title),
    values: fill.values.map((row, i) => row.map((value) => minus(value, i))),
    departments: Object.fromEntries(departments),
    marks: nation.map((value) => (value === null ? [] : [{ label: words.nation, value: 0 }])),
  };
}

const places = (n) => (n === 1 ? [1] : n === 2 ? [0, 2] : [0, 1, 2]);

/** Third of a value, 0 to 2; where ties leave two groups, they are the outer ones. */
export const thirdOf = (value, limits) => places(limits.length + 1)[classOf(value, limits)];

/** Words of the three places of an axis, empty where ties leave a place out. */
export const axisOf = ({ thirds, thirdLabels }) => [0, 1, 2].map((place) => thirdLabels[places(thirds.length + 1).indexOf(place)] ?? "");

/** Why two indicators cannot be crossed, by the name of the sentence; empty where they can. */
export function cannotCross(first, second) {
  if (first.count || second.count) return "cross_count";
  return first.level === second.level ? "" : "cross_level";
}

/** Entries of two indicators at once; missing where either is, and each keeps what it says itself. */
export function crossed(ones, others, first, second) {
  const byCode = new Map(others.map((entry) => [entry.code, entry]));
  return ones.map((one) => {
    const other = byCode.get(one.code) ?? { value: null, state: STATE.NO_DATA, fill: STATE_FILL[STATE.NO_DATA] };
    const lacking = one.value === null ? one : other.value === null ? other : null;
    if (lacking) return { ...one, first: one, other, level: null, state: lacking.state, fill: lacking.fill };
    const level = thirdOf(other.value, second.thirds) * 3 + thirdOf(one.value, first.thirds);
    return { ...one, first: one, other, level, state: one.state || other.state, fill: `var(--cross-${level + 1})` };
  });
}

/** The slice that the legend speaks of where two are crossed. */
function crossFill(first, second, index) {
  const [columns, rows] = [axisOf(first), axisOf(second)];
  const year = index < 0 ? "" : ` · ${second.years[index]}`;
  return {
    ...first, labels: rows.flatMap((row) => columns.map((column) => `${column} × ${row}`)), key: `${first.key}×${second.key}`,
    cross: { title: `${second.title}${year}`, columns, rows, slice: second },
  };
}

/**
 * What is on the map for a choice.
 *
 * @param first the slice of the indicator; `second` that of the one it is crossed with, if any.
 * @returns `{fill, index, all}`: the slice as it is shown, the column of its year and its entries;
 *   `said` names the sentence that says why it is not shown as asked for.
 */
export function shown(first, second, { medida, periodo }, words) {
  const index = yearIndex(first.years, periodo);
  if (second) {
    const said = cannotCross(first, second);
    if (said) return { fill: { ...first, said: words[said] }, index, all: entries(first, index) };
    const other = yearIndex(second.years, periodo);
    return { fill: crossFill(first, second, other), index, all: crossed(entries(first, index), entries(second, other), first, second) };
  }
  if (medida !== "brecha") return { fill: first, index, all: entries(first, index) };
  const gap = gapOf(first, words);
  if (gap) return { fill: gap, index, all: entries(gap, index) };
  return { fill: { ...first, said: words.gap_none }, index, all: entries(first, index) };
}
