// Map, list and legend speak of the same municipalities: what is pointed at in one is marked in the
// others, a class or a state of the legend filters all three, and so does a choice of several.

import { MOST_CHOSEN, choosable, choose, pick, putDown } from "./choosing.mjs";
import { closeDrawer } from "./drawer.mjs";
import { number, fill } from "./format.mjs";
import { leaveAside, point } from "./map.mjs";
import { page } from "./page.mjs";
import { fade, heat, sliverAt } from "./strip.mjs";

const MOST_COMPARED = 4;

const view = { all: new Map(), slice: null, catalogue: null, chosen: new Set(), only: true, along: undefined };
let filter = null;

/** Whether an entry stays in sight under a filter of the legend and a choice of municipalities. */
export function inSight({ code, level, state }, asked, chosen) {
  const passes = !asked || (asked.kind === "class" ? level === asked.index : state === asked.index);
  return passes && (!chosen.size || chosen.has(code));
}

/** Middle, ends and sum of the values of some entries; `n` of them have one. */
export function summary(entries) {
  const values = entries.map(({ value }) => value).filter((value) => value !== null).sort((a, b) => a - b);
  const n = values.length;
  if (!n) return { n };
  const middle = n % 2 ? values[(n - 1) / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  return { n, middle, low: values[0], high: values[n - 1], sum: values.reduce((a, b) => a + b, 0) };
}

/** Remembers what is painted and marks it anew; called after every painting. */
export function link({ all, slice, catalogue, points, scope, chosen }) {
  if (view.slice && (view.slice.key !== slice.key || view.slice.level !== slice.level)) filter = null;
  Object.assign(view, { all: new Map(all.map((entry) => [entry.code, entry])), slice, catalogue, chosen: new Set(chosen) });
  if (!view.chosen.size) view.only = true;
  choosable(scope, points);
  apply();
}

const entryOf = (code) => view.all.get(code) ?? view.all.get(code?.slice(0, 2));

function apply() {
  const shown = (code) => {
    const entry = entryOf(code);
    return Boolean(entry) && inSight({ ...entry, code: view.chosen.size ? code : entry.code }, filter, view.chosen);
  };
  const all = !filter && !view.chosen.size;
  // Who is ticking one row after the other needs to see those that are not ticked.
  const listed = (code) => (view.only ? shown(code) : inSight(entryOf(code), filter, new Set()));
  leaveAside((code) => !all && Boolean(entryOf(code)) && !shown(code));
  for (const row of document.querySelectorAll("#side-list tr[data-row]")) row.hidden = !all && !listed(row.dataset.row);
  for (const box of document.querySelectorAll("#side-list [data-choose]")) box.checked = view.chosen.has(box.dataset.choose);
  for (const part of document.querySelectorAll(".inset [data-code], .leaflet-circles-pane [data-code]")) part.classList.toggle("dim", !all && !shown(part.dataset.code));
  fade((code) => !all && !shown(code));
  for (const key of document.querySelectorAll(".classes button, .cross button")) key.setAttribute("aria-pressed", String(isAsked(key)));
  told();
}

const asked = ({ dataset }) => ("class" in dataset ? { kind: "class", index: Number(dataset.class) } : { kind: "state", index: Number(dataset.state) });
const isAsked = (key) => Boolean(filter) && filter.kind === asked(key).kind && filter.index === asked(key).index;

/**
 * Over the list: what is chosen, in numbers, and how to see all again. Its elements stay the same:
 * a button that is written anew between a press and its release is never clicked.
 */
function told() {
  const place = document.getElementById("side-chosen");
  if (!place || !view.slice) return;
  place.hidden = !filter && !view.chosen.size;
  if (place.hidden) return;
  const kept = [...view.all.values()].filter((entry) => inSight(entry, filter, view.chosen));
  const words = sentence(kept);
  if (place.firstElementChild.textContent !== words) place.firstElementChild.textContent = words;
  const only = document.getElementById("side-only");
  only.hidden = !view.chosen.size;
  only.textContent = view.catalogue.words[view.only ? "chosen_rest" : "chosen_only"];
  beside(document.getElementById("side-compare"), [...view.chosen], view.catalogue.words);
}

/** The link to the municipalities chosen together, side by side: the first four of them. */
function beside(link, codes, { chosen_compare: all, chosen_compare_first: first }) {
  link.hidden = codes.length < 2;
  link.textContent = codes.length > MOST_COMPARED ? first : all;
  link.setAttribute("href", `/comparar?comparar=${codes.slice(0, MOST_COMPARED).join(",")}`);
}

function sentence(kept) {
  const { slice, catalogue: { words, language } } = view;
  const { n, middle, low, high, sum } = summary(kept);
  const write = (value) => number(value, slice.decimals, language);
  const many = fill(words.chosen, number(kept.length, 0, language));
  const full = view.chosen.size === MOST_CHOSEN ? ` ${fill(words.chosen_most, MOST_CHOSEN)}` : "";
  if (!n) return `${many}: ${words.chosen_none}.${full}`;
  const rest = slice.count ? fill(words.chosen_sum, write(sum)) : fill(words.chosen_middle, write(middle), write(low), write(high));
  return `${many}: ${rest}.${full}`;
}

/** Everything in sight again. */
function clear() {
  filter = null;
  view.only = true;
  if (page.selection?.seleccion.length) choose([]);
  else apply();
}

const codeOf = (target) => {
  const marked = target?.closest?.("[data-code], [data-row], path[data-territory]");
  return marked?.dataset.code ?? marked?.dataset.row ?? marked?.dataset.territory;
};

/** Marks a municipality wherever it stands. */
export function mark(code, on) {
  if (!code) return;
  point(code, on);
  heat(code, on);
  const wanted = CSS.escape(code);
  for (const found of document.querySelectorAll(`[data-code="${wanted}"], tr[data-row="${wanted}"], path[data-territory="${wanted}"]`)) found.classList.toggle("hot", on);
}

/** A pointer goes along the strip, from one municipality to the next, or leaves it. */
function along(code) {
  if (code === view.along) return;
  mark(view.along, false);
  view.along = code;
  mark(code, true);
}

/** Listens once for the whole page. */
export function setUpLinking() {
  document.addEventListener("pointerover", ({ target }) => mark(codeOf(target), true));
  document.addEventListener("pointerout", ({ target }) => mark(codeOf(target), false));
  for (const type of ["pointermove", "pointerout"]) document.addEventListener(type, (event) => along(type === "pointermove" ? sliverAt(event) : undefined));
  document.addEventListener("click", (event) => {
    const { target } = event;
    const key = target.closest?.(".classes button, .cross button");
    if (key) {
      filter = isAsked(key) ? null : asked(key);
      apply();
    } else if (target.closest?.("#side-clear")) clear();
    else if (target.closest?.("#side-only")) {
      view.only = !view.only;
      apply();
    } else if (view.slice?.level !== "departamento" && sliverAt(event)) pick(sliverAt(event));
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.choose && target.checked) view.only = false;
  });
  document.addEventListener("toggle", ({ target }) => target.closest?.("#side-list") && apply(), true);
  document.addEventListener("keydown", keyed);
  document.addEventListener("keyup", released);
}

const isWriting = (target) => target.closest?.("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]");

function keyed(event) {
  if (isWriting(event.target)) return;
  if (event.key === "Escape") leave();
  if (event.key === "/") event.preventDefault();
}

/** The escape key undoes one thing at a time, the last that was opened first. */
function leave() {
  if (document.querySelector("dialog[open], .dash-dropdown-content, .leaflet-popup")) return;
  if (putDown() || closeDrawer()) return;
  if (filter || page.selection?.seleccion.length) clear();
  else if (page.selection?.municipio) pick("");
}

/** Once the key is up again: the search would take a key that is down for its first letter. */
function released(event) {
  const search = event.key === "/" && !isWriting(event.target) && document.getElementById("search-field");
  if (search) search.focus();
}
