// Map, list and legend speak of the same municipalities: what is pointed at in one is marked in the
// others, a class or a state of the legend filters all three, and a box chooses several at once.

import { number, fill } from "./format.mjs";
import { html } from "./tree.mjs";

const MOST_CHOSEN = 60;
const SMALLEST_BOX = 6;

const view = { all: new Map(), slice: null, catalogue: null, points: null, chosen: new Set() };
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

/** Codes whose point lies in a box of pixels; `project` turns degrees into pixels. */
export function inBox([left, top, right, bottom], codes, points, project) {
  return [...codes].filter((code) => {
    const at = points.get(code);
    if (!at) return false;
    const { x, y } = project(at);
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

/** Remembers what is painted and marks it anew; called after every painting. */
export function link({ all, slice, catalogue, points, chosen }) {
  if (view.slice && (view.slice.key !== slice.key || view.slice.level !== slice.level)) filter = null;
  Object.assign(view, { all: new Map(all.map((entry) => [entry.code, entry])), slice, catalogue, points, chosen: new Set(chosen) });
  apply();
}

const entryOf = (code) => view.all.get(code) ?? view.all.get(code?.slice(0, 2));

function apply() {
  const shown = (code) => {
    const entry = entryOf(code);
    return Boolean(entry) && inSight({ ...entry, code: view.chosen.size ? code : entry.code }, filter, view.chosen);
  };
  const all = !filter && !view.chosen.size;
  for (const path of document.querySelectorAll("path[data-territory]")) {
    path.classList.toggle("dim", !all && view.all.size > 0 && Boolean(entryOf(path.dataset.territory)) && !shown(path.dataset.territory));
  }
  view.drawn?.leaveAside((code) => !all && Boolean(entryOf(code)) && !shown(code));
  for (const row of document.querySelectorAll("#side-list tr[data-row]")) row.hidden = !all && !shown(row.dataset.row);
  for (const sliver of document.querySelectorAll(".strip [data-code], .leaflet-circles-pane [data-code]")) sliver.classList.toggle("dim", !all && !shown(sliver.dataset.code));
  for (const key of document.querySelectorAll(".classes button, .cross button")) key.setAttribute("aria-pressed", String(isAsked(key)));
  told();
}

const asked = ({ dataset }) => ("class" in dataset ? { kind: "class", index: Number(dataset.class) } : { kind: "state", index: Number(dataset.state) });
const isAsked = (key) => Boolean(filter) && filter.kind === asked(key).kind && filter.index === asked(key).index;

/** Over the list: what is chosen, in numbers, and how to see all again. */
function told() {
  document.getElementById("side-chosen")?.remove();
  const list = document.getElementById("side-list");
  if (!list || (!filter && !view.chosen.size) || !view.slice) return;
  const { words } = view.catalogue;
  const kept = [...view.all.values()].filter((entry) => inSight(entry, filter, view.chosen));
  const clear = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", id: "side-clear" }, words.chosen_clear);
  list.prepend(html("P", { id: "side-chosen", role: "status" }, `${sentence(kept)} `, clear));
}

function sentence(kept) {
  const { slice, catalogue: { words, language } } = view;
  const { n, middle, low, high, sum } = summary(kept);
  const write = (value) => number(value, slice.decimals, language);
  const many = fill(words.chosen, number(kept.length, 0, language));
  if (!n) return `${many}: ${words.chosen_none}.`;
  const rest = slice.count ? fill(words.chosen_sum, write(sum)) : fill(words.chosen_middle, write(middle), write(low), write(high));
  return `${many}: ${rest}.`;
}

/** Everything in sight again. */
function clear() {
  filter = null;
  if (view.chosen.size) choose([]);
  else apply();
}

const choose = (codes) => window.dash_clientside.set_props("map-picked", { data: { codes: codes.slice(0, MOST_CHOSEN), at: Date.now() } });

const codeOf = (target) => {
  const marked = target?.closest?.("[data-code], [data-row], path[data-territory]");
  return marked?.dataset.code ?? marked?.dataset.row ?? marked?.dataset.territory;
};

/** Marks a municipality wherever it stands. */
export function mark(code, on) {
  if (!code) return;
  view.drawn?.point(code, on);
  const wanted = CSS.escape(code);
  for (const found of document.querySelectorAll(`[data-code="${wanted}"], tr[data-row="${wanted}"], path[data-territory="${wanted}"]`)) found.classList.toggle("hot", on);
}

/** Listens once for the whole page. */
export function setUpLinking() {
  document.addEventListener("pointerover", ({ target }) => mark(codeOf(target), true));
  document.addEventListener("pointerout", ({ target }) => mark(codeOf(target), false));
  document.addEventListener("click", ({ target }) => {
    const key = target.closest?.(".classes button, .cross button");
    if (key) {
      filter = isAsked(key) ? null : asked(key);
      apply();
    } else if (target.closest?.("#side-clear")) clear();
  });
  document.addEventListener("toggle", ({ target }) => target.closest?.("#side-list") && apply(), true);
  document.addEventListener("keydown", keyed);
  document.addEventListener("keyup", released);
  document.addEventListener("pointerdown", boxed, true);
}

const isWriting = (target) => target.closest?.("input, textarea, select, [contenteditable]");

function keyed(event) {
  if (isWriting(event.target)) return;
  if (event.key === "Escape" && (filter || view.chosen.size)) clear();
  if (event.key === "/") event.preventDefault();
}

/** Once the key is up again: the search would take a key that is down for its first letter. */
function released(event) {
  const search = event.key === "/" && !isWriting(event.target) && document.getElementById("filter-municipio");
  if (!search) return;
  search.focus();
  search.click();
}

/** With the capital key down, a drag over the map draws a box instead of moving it. */
function boxed(event) {
  const place = event.shiftKey && event.button === 0 ? event.target.closest?.("#map-map") : null;
  if (!place) return;
  event.preventDefault();
  event.stopPropagation();
  const frame = place.getBoundingClientRect();
  const at = ({ clientX, clientY }) => [clientX - frame.left, clientY - frame.top];
  const start = at(event);
  const box = place.appendChild(html("Div", { className: "choosing" }));
  const sides = (end) => [Math.min(start[0], end[0]), Math.min(start[1], end[1]), Math.max(start[0], end[0]), Math.max(start[1], end[1])];
  const drag = (moved) => {
    const [left, top, right, bottom] = sides(at(moved));
    Object.assign(box.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
  };
  const end = (released) => {
    document.removeEventListener("pointermove", drag);
    box.remove();
    const area = sides(at(released));
    if (area[2] - area[0] < SMALLEST_BOX || area[3] - area[1] < SMALLEST_BOX) return;
    const project = ([lon, lat]) => view.map.latLngToContainerPoint([lat, lon]);
    choose(inBox(area, view.scope, view.points, project));
  };
  document.addEventListener("pointermove", drag);
  document.addEventListener("pointerup", end, { once: true });
}

/** The map that a box is drawn over, the territories that may be chosen, and what draws them. */
export const linkMap = (map, scope, drawn) => Object.assign(view, { map, scope, drawn });
