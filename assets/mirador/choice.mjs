// What is chosen: after any control, pick, tab or address, and what the page must then say of it.

import { changed, panelRequest, sameSearch, toSearch } from "./address.mjs";
import { hinted, likely, prefetch } from "./ahead.mjs";
import { afterPick } from "./choosing.mjs";
import { ANY, atHand, changes, keep, page, unchanged } from "./page.mjs";
import { recolour } from "./painting.mjs";

const FIELDS = ["ambito", "departamento", "indicador", "sector", "grupo", "sexo", "periodo", "capas", "medida", "segundo"];

const HIDDEN_MS = 100;

const shown = (value) => (value === "" ? ANY : value);
const chosen = (value) => (value === ANY ? "" : value);

/**
 * The choice after any control, pick, tab or address. The last choice is the page's own: what Dash
 * knows may be one behind, while the map is painted.
 */
export function choose(resolved, picked, listTab, panelTab, ...rest) {
  const controls = rest.slice(0, FIELDS.length);
  const [known, catalogue] = rest.slice(FIELDS.length);
  // What changes while Dash is busy comes together.
  const causes = window.dash_clientside.callback_context.triggered.map(({ prop_id: id }) => id.split(".")[0]);
  const next = causes.reduce((selection, cause) => after(selection, cause, { resolved, picked, controls }), page.selection ?? known);
  Object.assign(page, { selection: next, catalogue });
  const painted = causes.length > 0 && recolour(atHand(next, catalogue), next, catalogue);
  const told = outputs(next, known, causes, controls, catalogue);
  return painted ? afterFrame().then(() => told) : told;
}

function after(selection, cause, { resolved, picked, controls }) {
  if (cause === "page-resolved") return resolved.selection;
  if (cause === "map-picked") return afterPick(selection, picked);
  if (cause === "side-tab-list") return { ...selection, panel: "lista" };
  if (cause === "side-tab-panel") return { ...selection, panel: "" };
  const name = cause.replace("filter-", "");
  return changed(selection, name, chosen(controls[FIELDS.indexOf(name)]));
}

/** What Dash is told: what differs from what it knows, and from what the controls show. */
function outputs(next, known, causes, controls, catalogue) {
  const { defaults } = catalogue;
  const first = !causes.length;
  const panel = panelRequest(next, catalogue);
  const search = toSearch(next, defaults);
  const writes = !first && !causes.includes("page-resolved") && search !== toSearch(known, defaults);
  if (writes) sent(search);
  return [
    next,
    writes ? search : keep(),
    first || panel !== panelRequest(known, catalogue) ? panel : keep(),
    ...FIELDS.map((name, i) => (first || String(shown(next[name])) === String(controls[i]) ? keep() : shown(next[name]))),
  ];
}

/** Colours first: the frame that shows them; a page that nobody sees has none. */
const afterFrame = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, HIDDEN_MS);
});

const underWay = [];

/** Remembers an address that this page writes, until the bar has it. */
export const sent = (search) => underWay.push(search);

/** Back and forward bring addresses that the page wrote once, but not now. */
export const wentBack = () => underWay.splice(0);

/** Whether an address in the bar is one that this page wrote; it and older ones have arrived. */
export function arrivedOwn(search) {
  const at = underWay.findLastIndex((own) => sameSearch(own, search));
  underWay.splice(0, at + 1);
  return at >= 0;
}

/**
 * Lets an address through to the server only when this page did not write it. On a slow computer
 * the bar may still get one address when the reader has already made the next choice.
 */
export function addressGate(search, selection, catalogue) {
  if (arrivedOwn(search ?? "")) return keep();
  return sameSearch(search ?? "", toSearch(selection, catalogue.defaults)) ? keep() : search || "?";
}

/** Which filters the indicator knows. */
export function availability(selection, catalogue) {
  if (unchanged("availability", `${selection.indicador} ${selection.capas}`)) return Array(6).fill(keep());
  const indicator = catalogue.indicators[selection.indicador];
  const groups = indicator.groups.map((key, i) => ({ label: catalogue.groups[key], value: i ? key : ANY }));
  const demand = selection.capas.includes("demanda") || selection.capas.includes("unidades");
  return changes("availability", [
    groups,
    groups.length < 2,
    !indicator.bySex,
    !indicator.bySector && !demand,
    indicator.count,
    indicator.count,
  ]);
}

/** A reader who goes to a filter is likely to choose what is pointed at, or stands next in it. */
export function intends({ target }) {
  hinted(target.closest?.(".dash-dropdown-option")?.querySelector("input")?.value);
  const control = target.closest?.(".chip")?.querySelector("[id^=filter-]");
  const { selection, catalogue } = page;
  if (!control || control.disabled || !selection) return;
  const values = control.options ? [...control.options].map(({ value }) => chosen(value)) : Object.keys(catalogue.indicators);
  prefetch(likely(control.id.replace("filter-", ""), values, selection, catalogue), catalogue.snapshot);
}
