// The numbers of the map: fetched from addresses that never change, decoded, and the newest kept.
// A page works with one snapshot: an answer of another one is never shown.

import { WITH_VALUE } from "./classes.mjs";

const FIRST = 63;
const MORE = 32;

/** Whole numbers out of their text, five bits to a character; see layouts/compact.py. */
export function unpacked(text) {
  const numbers = [];
  let folded = 0;
  let unit = 1;
  for (let i = 0; i < text.length; i += 1) {
    const chunk = text.charCodeAt(i) - FIRST;
    folded += (chunk % MORE) * unit;
    unit *= MORE;
    if (chunk < MORE) {
      numbers.push(folded % 2 ? -(folded + 1) / 2 : folded / 2);
      folded = 0;
      unit = 1;
    }
  }
  return numbers;
}

/** Sums so far: `[3, 1, 1]` is `[3, 4, 5]`. */
function summed(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/** Figures of every year, `null` where the state has none. */
function figures({ digits, order, text }, states, width) {
  const surprises = unpacked(text);
  const last = new Array(width).fill(0);
  const step = new Array(width).fill(0);
  const seen = new Array(width).fill(false);
  let next = 0;
  return states.map((row) => Array.from(row, (state, i) => {
    if (!WITH_VALUE.has(Number(state))) return null;
    const value = last[i] + step[i] + surprises[next++];
    step[i] = order > 1 && seen[i] ? value - last[i] : 0;
    last[i] = value;
    seen[i] = true;
    return value / 10 ** digits;
  }));
}

const codesOf = (places, scope) => (places ? [...summed(unpacked(places.at)).map((i) => scope[i]), ...places.more] : scope);

function table(packed, scope) {
  const codes = codesOf(packed.codes, scope);
  return { ...packed, codes, values: figures(packed.values, packed.states, codes.length) };
}

function usedOf({ at, years }, codes) {
  const chosen = unpacked(years);
  return Object.fromEntries(summed(unpacked(at)).map((place, i) => [codes[place], chosen[i]]));
}

/** Codes of the territories of a packed answer. */
export const scopeOf = ({ scope }) => summed(unpacked(scope)).map((code) => String(code).padStart(5, "0"));

/** A fill as the page uses it: codes as text, figures with their decimals. */
export function fillOf(packed, scope) {
  const fill = table(packed, scope);
  return { ...fill, used: packed.used.map((years) => usedOf(years, fill.codes)) };
}

/** A layer of circles as the page uses it. */
export const layerOf = table;

/** A slice as the page uses it. */
export function decoded(slice) {
  const scope = scopeOf(slice);
  const layers = Object.entries(slice.layers).map(([name, layer]) => [name, layerOf(layer, scope)]);
  return { ...slice, scope, fill: fillOf(slice.fill, scope), layers: Object.fromEntries(layers) };
}

/** The server no longer has these figures in this form: only a reload helps. */
export class Stale extends Error {}

const MOST = 32;
const kept = new Map();

/** What has arrived from an address, or `undefined`; asking for it keeps it. */
export function known(address) {
  const found = kept.get(address);
  if (found?.value) keep(address, found);
  return found?.value;
}

function keep(address, entry) {
  kept.delete(address);
  kept.set(address, entry);
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
}

/** What an address says; asked for once. `snapshot` is the one that the page works with. */
export function load(address, snapshot, options = {}) {
  const found = kept.get(address);
  if (found) return found.promise;
  const entry = { promise: ask(address, snapshot, options) };
  keep(address, entry);
  entry.promise.then((value) => { entry.value = value; }, () => kept.delete(address));
  return entry.promise;
}

/** Keeps a value that was put together here, under the address that would have brought it. */
export function adopt(address, value) {
  keep(address, { value, promise: Promise.resolve(value) });
  return value;
}

/** The answer of an address, or why there is none. */
export async function opened(address, options) {
  const response = await fetch(address, options);
  if (response.status === 404) throw new Stale(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response;
}

async function ask(address, snapshot, options) {
  const answer = await (await opened(address, options)).json();
  if (answer.snapshot !== snapshot) throw new Stale(address);
  return answer.fill ? decoded(answer) : answer;
}
