// From values to classes, states and counts. Pure functions; no page, no map.

export const STATE = { VALUE: 0, NO_DATA: 1, SUPPRESSED: 2, NOT_APPLICABLE: 3, EARLIER: 4, UNRELIABLE: 5 };
export const WITH_VALUE = new Set([STATE.VALUE, STATE.EARLIER, STATE.UNRELIABLE]);

/** From faint to strong, by their names in theme.css, which knows the dark theme; n of five are taken evenly when the data carry fewer classes. */
export const RAMP = [1, 2, 3, 4, 5].map((i) => `var(--ramp-${i})`);
/** Fill of a territory whose number is a count: counts are circles, never shades. */
export const COUNT_FILL = "var(--count-fill)";
export const COUNT_INK = "var(--count-ink)";
export const STATE_FILL = {
  [STATE.NO_DATA]: "url(#sin-dato)",
  [STATE.SUPPRESSED]: "url(#suprimido)",
  [STATE.NOT_APPLICABLE]: "url(#no-aplica)",
};

/** Class of a value: one equal to a limit belongs to the class that the limit opens. */
export function classOf(value, breaks) {
  let index = 0;
  while (index < breaks.length && value >= breaks[index]) index += 1;
  return index;
}

/** Colours for n classes, spread over the ramp; a single class takes the middle. */
export function colours(n) {
  if (n <= 1) return [RAMP[2]];
  return Array.from({ length: n }, (_, i) => RAMP[Math.round((i * (RAMP.length - 1)) / (n - 1))]);
}

/** From far below to far above; two classes are below and above, one is near. */
export const DIVERGING = ["below-2", "below-1", "level", "above-1", "above-2"].map((name) => `var(--${name})`);
const DIVERGING_OF = { 1: [2], 2: [1, 3], 3: [1, 2, 3], 4: [0, 1, 3, 4] };

/** Colours of the classes of a slice. */
export function paletteOf({ signed, labels, breaks }) {
  const n = (labels ?? breaks).length + (labels ? 0 : 1);
  if (!signed) return colours(n);
  return (DIVERGING_OF[n] ?? [0, 1, 2, 3, 4]).map((i) => DIVERGING[i]);
}

/** Column of the year to show: the chosen one, or the newest before it, or the newest of all. */
export function yearIndex(years, chosen) {
  const wanted = Number(chosen);
  if (!wanted) return years.length - 1;
  return years.indexOf(wanted);
}

/** One entry per territory for one year: value, state, class and fill. */
export function entries(slice, index) {
  const palette = paletteOf({ signed: slice.signed, breaks: slice.breaks });
  return slice.codes.map((code, i) => {
    const state = index < 0 ? STATE.NO_DATA : Number(slice.states[index][i]);
    const value = index < 0 ? null : slice.values[index][i];
    const shown = WITH_VALUE.has(state) && value !== null;
    const level = shown ? classOf(value, slice.breaks) : null;
    return {
      code,
      value: shown ? value : null,
      state: shown || STATE_FILL[state] ? state : STATE.NO_DATA,
      level,
      used: index < 0 ? undefined : slice.used[index][code],
      fill: shown ? (slice.count ? COUNT_FILL : palette[level]) : STATE_FILL[state] ?? STATE_FILL[STATE.NO_DATA],
    };
  });
}

/** How many territories stand in each class and in each state. */
export function tally(all, classCount) {
  const classes = new Array(classCount).fill(0);
  const states = new Array(6).fill(0);
  for (const { level, state } of all) {
    if (level !== null) classes[level] += 1;
    states[state] += 1;
  }
  return { classes, states };
}

/** Entries from the highest value down; those without a value last, by code. */
export function ranked(all) {
  return all.slice().sort((a, b) => {
    if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
    return b.value - a.value || a.code.localeCompare(b.code);
  });
}
