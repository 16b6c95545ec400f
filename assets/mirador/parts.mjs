// The parts of Datos: one is shown at a time, the one that the address names; sources are searched.

import { plain } from "./filters.mjs";

/** The part that a hash names: itself, or the one that holds what it names; the first otherwise. */
export function partOf(hash, names, holder = () => undefined) {
  const name = decodeURIComponent(hash.replace(/^#/, ""));
  return names.includes(name) ? name : holder(name) ?? names[0];
}

/** Whether a text has every word of a question, in any order, without accents. */
export const found = (text, question) => plain(question).split(/\s+/).every((word) => plain(text).includes(word));

const links = () => [...document.querySelectorAll(".data-tabs a")];
const nameOf = (link) => link.getAttribute("href").slice(1);

function show() {
  const names = links().map(nameOf);
  const holder = (id) => names.find((name) => id && document.getElementById(name)?.contains(document.getElementById(id)));
  const shown = partOf(location.hash, names, holder);
  for (const link of links()) {
    const name = nameOf(link);
    document.getElementById(name).hidden = name !== shown;
    if (name === shown) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function searchSources(box) {
  const rows = [...document.querySelectorAll("#fuentes tbody tr")];
  box.addEventListener("input", () => {
    for (const row of rows) row.hidden = !found(row.textContent, box.value.trim());
    document.getElementById("source-none").hidden = rows.some(({ hidden }) => !hidden);
  });
}

/** Shows the part that the address names, now and whenever it changes. */
export function setUpParts() {
  if (!links().length) return;
  show();
  window.addEventListener("hashchange", show);
  const box = document.getElementById("source-search");
  if (box) searchSources(box);
}
