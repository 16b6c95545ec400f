// What is chosen: after any control, pick, tab or address, and what the page must then say of it.

import { changed, panelRequest, sameSearch, toSearch } from "./address.mjs";
import { hinted, likely, prefetch } from "./ahead.mjs";
import { afterPick } from "./choosing.mjs";
import { ANY, atHand, keep, page, unchanged } from "./page.mjs";
import { recolour } from "./painting.mjs";

const FIELDS = ["ambito", "departamento", "indicador", "sector", "grupo", "sexo", "periodo", "capas", "medida", "segundo"];

const shown = (value) => (value === "" ? ANY : value);
const chosen = (value) => (value === ANY ? "" : value);

/** The choice after any control, pick, tab or address. */
export function choose(resolved, picked, listTab, panelTab, ...rest) {
  const controls = rest.slice(0, FIELDS.length);
  const [selection, catalogue] = rest.slice(FIELDS.length);
  const cause = window.dash_clientside.callback_context.triggered_id;
  let next = selection;
  if (cause === "page-resolved") next = resolved.selection;
  else if (cause === "map-picked") next = afterPick(selection, picked);
  else if (cause === "side-tab-list") next = { ...selection, panel: "lista" };
  else if (cause === "side-tab-panel") next = { ...selection, panel: "" };
  else if (cause) {
    const name = cause.replace("filter-", "");
    next = changed(selection, name, chosen(controls[FIELDS.indexOf(name)]));
  }
  return outputs(next, selection, cause, catalogue);
}

function outputs(next, before, cause, catalogue) {
  const { defaults } = catalogue;
  const first = cause === undefined;
  const panel = panelRequest(next, catalogue);
  Object.assign(page, { selection: next, catalogue });
  if (!first) recolour(atHand(next, catalogue), next, catalogue);
  const own = cause === "map-picked" || cause === "page-resolved";
  const search = toSearch(next, defaults);
  const writes = !first && cause !== "page-resolved" && search !== toSearch(before, defaults);
  if (writes) sent(search);
  return [
    next,
    writes ? search : keep(),
    first || panel !== panelRequest(before, catalogue) ? panel : keep(),
    ...FIELDS.map((name) => (own && next[name] !== before[name] ? shown(next[name]) : keep())),
  ];
}

const underWay = [];

/** Remembers an address that this page writes, until the bar has it. */
export const sent = (search) => underWay.push(search);

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
  return [
    groups,
    groups.length < 2,
    !indicator.bySex,
    !indicator.bySector && !demand,
    indicator.count,
    indicator.count,
  ];
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
