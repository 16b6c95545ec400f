// What a reader is likely to choose next, fetched when the page has nothing else to do: first all
// that the filters of the present view reach, then the indicators beside it. Never where the reader
// saves data, never while the page is hidden, and no more than a choice is worth.

import { CIRCLES, POINTS, bundleAddress, changed, pointsAddress, secondOf, valuesAddress } from "./address.mjs";
import { bundle, circleLayers, composed, drawnLayers, partsOf, store } from "./bundles.mjs";
import { known, load, opened } from "./values.mjs";

const AFTER = 2;
const CHANGES_NUMBERS = new Set(["ambito", "departamento", "indicador", "sector", "grupo", "sexo"]);

/** Bytes of neighbours for one choice: a third of what the first view takes, and in the border all of
    an axis. What the present filters reach is not counted: it comes in any case. */
export const MOST_BYTES = 150_000;
const MOST_TRIES = 20;
/** Time without a choice before neighbours are thought of: who is choosing needs the computer. */
const CALM_MS = 1500;
const SLOW = new Set(["slow-2g", "2g"]);

/** Values that stand next to the chosen one: two after it and the one before. */
export function beside(values, chosen) {
  const at = values.indexOf(chosen);
  return at < 0 ? [] : [...values.slice(at + 1, at + 1 + AFTER), ...values.slice(Math.max(0, at - 1), at)];
}

/** Addresses of the numbers that a reader who goes to the filter `name`, of `values`, may want. */
export function likely(name, values, selection, catalogue) {
  if (!CHANGES_NUMBERS.has(name)) return [];
  const next = beside(values, selection[name]).map((value) => changed(selection, name, value));
  return next.filter((one) => !composed(one, catalogue)).map((one) => valuesAddress(one, catalogue));
}

/** The indicators in the order in which they are likely to be chosen: beside, then of the same axis. */
export function neighbours({ indicador }, { indicators }) {
  const keys = Object.keys(indicators).sort((a, b) => indicators[a].axis - indicators[b].axis);
  const { axis } = indicators[indicador] ?? {};
  const near = beside(keys, indicador);
  return [...near, ...keys.filter((key) => indicators[key].axis === axis && key !== indicador && !near.includes(key))];
}

/** What the filters of a view reach: it comes in any case. */
export function needed(selection, catalogue) {
  const second = secondOf(selection)?.indicador;
  return [selection.indicador, ...(second ? [second] : []), ...circleLayers(selection, catalogue)].flatMap((what) => partsOf(what, selection, catalogue));
}

/** What may be wanted beside it, the likeliest first, as far as the bytes go. */
export function wanted(selection, catalogue, hint) {
  const off = drawnLayers(CIRCLES.filter((name) => !selection.capas.includes(name)), selection, catalogue);
  return [...(hint ? [hint] : []), ...neighbours(selection, catalogue), ...off].map((what) => bundleAddress(what, 0, selection, catalogue));
}

const thrifty = () => navigator.connection?.saveData || SLOW.has(navigator.connection?.effectiveType);

const work = { view: null, since: 0, spent: 0, tries: 0, hint: "", given: new Set(), flying: null, running: null };

/** Fetches ahead of a view, once it is painted. Another view cancels what it does not need. */
export function prepare(selection, catalogue) {
  const before = work.view && needed(work.view.selection, work.view.catalogue).join();
  Object.assign(work, { view: { selection, catalogue }, since: performance.now() });
  if (before !== needed(selection, catalogue).join()) Object.assign(work, { spent: 0, tries: 0, hint: "", given: new Set() });
  if (work.flying && !plan().includes(work.flying.address)) work.flying.stop.abort();
  return begin();
}

/** The reader points at an indicator: it goes before the others. */
export function hinted(indicator) {
  if (!work.view?.catalogue.indicators[indicator] || work.hint === indicator) return;
  work.hint = indicator;
  begin();
}

/** Resolves when what is likely is here. */
export const ready = () => work.running ?? Promise.resolve();

function begin() {
  if (thrifty()) return null;
  work.running ??= run().finally(() => {
    work.running = null;
    if (upcoming()) begin();
  });
  return work.running;
}

function plan() {
  const { selection, catalogue } = work.view;
  return [...needed(selection, catalogue), ...wanted(selection, catalogue, work.hint)];
}

const isNeeded = (address) => needed(work.view.selection, work.view.catalogue).includes(address);
const hintAddress = () => bundleAddress(work.hint, 0, work.view.selection, work.view.catalogue);

function upcoming() {
  if (work.tries > MOST_TRIES) return undefined;
  const { selection, catalogue } = work.view;
  const missing = (address) => !bundle(address) && !work.given.has(address);
  const first = needed(selection, catalogue).find(missing);
  return first ?? (work.spent < MOST_BYTES ? wanted(selection, catalogue, work.hint).find(missing) : undefined);
}

async function run() {
  await idle();
  for (let address = upcoming(); address; address = upcoming()) {
    const wait = isNeeded(address) || address === hintAddress() ? 0 : work.since + CALM_MS - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    else await one(address, work.view.catalogue.snapshot);
    await idle();
  }
  await allPoints();
}

/** One bundle. What fails is not asked for again: the reader is told when the view itself fails. */
async function one(address, snapshot) {
  const flying = { address, stop: new AbortController() };
  work.flying = flying;
  try {
    await receive(address, snapshot, flying.stop.signal);
  } catch (error) {
    if (error.name !== "AbortError") work.given.add(address);
  } finally {
    work.flying = null;
  }
}

async function receive(address, snapshot, signal) {
  const response = await opened(address, { priority: "low", signal });
  if (response.status === 202) return later(Number(response.headers.get("Retry-After")) || 1, signal);
  const text = await response.text();
  const content = JSON.parse(text);
  if (content.snapshot !== snapshot) throw new Error("another snapshot");
  store(address, content, text.length);
  if (!isNeeded(address)) work.spent += Number(response.headers.get("Content-Length")) || text.length;
  return undefined;
}

/** The server makes another bundle: after a while, unless the view changes. */
function later(seconds, signal) {
  work.tries += 1;
  return new Promise((done) => {
    setTimeout(done, seconds * 1000);
    signal.addEventListener("abort", done);
  });
}

/** Centres and units together, so that either is shown or hidden without asking. */
async function allPoints() {
  const { selection, catalogue } = work.view;
  const address = pointsAddress({ ...selection, capas: POINTS }, catalogue);
  if (!known(address)) await load(address, catalogue.snapshot, { priority: "low" }).catch(() => null);
}

/** Fetches the numbers of single views, one after the other, and never complains. */
export async function prefetch(addresses, snapshot) {
  if (thrifty()) return;
  for (const address of addresses.filter((one) => !known(one))) {
    await idle();
    await load(address, snapshot, { priority: "low" }).catch(() => null);
  }
}

/** When the page is looked at and nothing else is to be done. */
async function idle() {
  if (document.hidden) await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
  await new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 200)));
}
