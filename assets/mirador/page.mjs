// What the page is looking at, what it has fetched of it, and what each part was last drawn from.

import { POINTS, pointsAddress, secondAddress, secondOf, valuesAddress } from "./address.mjs";
import { composed } from "./bundles.mjs";
import { setUpGeography } from "./geography.mjs";
import { drawAsPicture } from "./map.mjs";
import { Stale, adopt, known, load as fetched } from "./values.mjs";

export const collection = (features) => ({ type: "FeatureCollection", features });
export const keep = () => window.dash_clientside.no_update;

/** Value of a control that means everything. */
export const ANY = "-";

/** The geometry once it is here, the promise of it before, and what the reader is looking at. */
export const page = { ground: null, coming: null, selection: null, catalogue: null };

/** The geometry: at once where it is here, which spares a turn of the event loop. */
export function geography(catalogue) {
  page.coming ??= setUpGeography(catalogue).then((ground) => (page.ground = ground), failed);
  return page.ground ?? page.coming;
}

/** Without its geometry there is no map: the document says so, and nobody waits for ever. */
function failed() {
  document.documentElement.classList.add("failed");
  window.dispatchEvent(new Event("mirador-failed"));
  return new Promise(() => {});
}

/** Loads the geometry once and hands its parts to the layers. */
export async function loadGeography(catalogue) {
  const { territories, departments, countries, land, asPicture } = await geography(catalogue);
  if (asPicture) drawAsPicture();
  return [territories, departments, departments, countries, land];
}

/** The numbers of a selection where they are here: as they came, or put together from a bundle. */
export function atHand(selection, catalogue) {
  const address = valuesAddress(selection, catalogue);
  const found = known(address);
  if (found) return found;
  const made = composed(selection, catalogue);
  return made && adopt(address, made);
}

/** Address of the numbers of a selection, once they are here: then every callback finds them. */
export function load(selection, catalogue) {
  const second = secondOf(selection);
  atHand(selection, catalogue);
  if (second) atHand(second, catalogue);
  const first = arrived(valuesAddress(selection, catalogue), catalogue);
  const beside = secondAddress(selection, catalogue);
  if (!beside || known(beside)) return first;
  return Promise.all([first, arrived(beside, catalogue)]).then(([address]) => address);
}

const POINT_CHOICES = [POINTS, ...POINTS.map((name) => [name]), []];

/** Address of the points of a selection, once they are here. Points that came for more layers serve too. */
export function loadPoints(selection, catalogue) {
  const on = POINTS.filter((name) => selection.capas.includes(name));
  const serve = POINT_CHOICES.filter((choice) => on.every((name) => choice.includes(name)));
  const addresses = serve.map((capas) => pointsAddress({ ...selection, capas }, catalogue));
  const found = addresses.find(known);
  return found ? changes("points address", [found])[0] : arrived(pointsAddress(selection, catalogue), catalogue);
}

function arrived(address, catalogue) {
  if (known(address)) return address;
  return fetched(address, catalogue.snapshot).then(() => address, (error) => notArrived(error, catalogue));
}

/** Says why the map still shows what it showed; a reload is asked for, never done. */
export function notArrived(error, { words }) {
  const children = error instanceof Stale ? words.values_stale : words.values_failed;
  document.documentElement.classList.add("failed");
  window.dash_clientside.set_props("page-message", { children, is_open: true });
  return keep();
}

const lastKeys = new Map();

/** Whether a part of the page was last drawn from the same things: then it is left alone. */
export function unchanged(part, ...from) {
  const last = lastKeys.get(part);
  if (last?.every((thing, i) => thing === from[i])) return true;
  lastKeys.set(part, from);
  return false;
}

const lastSent = new Map();

/** Of the values for some outputs, those that differ from the last: each that is sent is drawn anew. */
export function changes(part, values) {
  const last = lastSent.get(part) ?? [];
  const now = values.map((value) => JSON.stringify(value));
  lastSent.set(part, now);
  return values.map((value, i) => (now[i] === last[i] ? keep() : value));
}

/** Forgets what a part was drawn from. */
export const forget = (part) => lastKeys.delete(part);
