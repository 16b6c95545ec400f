// Circles whose area is in proportion to a number: twice the people is twice the ink.

import { fill, number } from "./format.mjs";

const LARGEST = 26;
const SMALLEST = 1.8;

/** Radius in pixels of `value` where `high` has the largest circle. */
export const radiusOf = (value, high) => Math.max(SMALLEST, Math.sqrt(value / high) * LARGEST);

/** Highest value of any year: circles keep their meaning when the year changes. */
export const highest = ({ values }) => Math.max(0, ...values.flat().filter((value) => value !== null));

/** Circles of a layer for one year, largest first so that small ones stay on top. */
export function circles(layer, chosenYear, names, points, language) {
  const wanted = Number(chosenYear) || layer.years.at(-1);
  const index = layer.years.findLastIndex((year) => year <= wanted);
  return index < 0 ? [] : circlesAt(layer, index, names, points, language);
}

/** Circles of one column of a layer. */
export function circlesAt(layer, index, names, points, language) {
  const high = highest(layer);
  return layer.codes
    .map((code, i) => ({ code, value: layer.values[index][i], at: layer.points?.[code] ?? points.get(code) }))
    .filter(({ value, at }) => value > 0 && at)
    .sort((a, b) => b.value - a.value)
    .map(({ code, value, at }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: at },
      properties: {
        radius: radiusOf(value, high), code,
        label: fill(layer.tooltip, { place: layer.names[code] ?? names.get(code), value: number(value, 0, language), year: layer.years[index] }),
      },
    }));
}
