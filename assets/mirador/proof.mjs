// The drawer that leads from a figure to its publication. Any element with `data-proof` opens it,
// over any view; the link that the element carries leads to the same drawer.

import { html, written } from "./tree.mjs";

/** The drawer stands in the document of every page, in its language; see `layouts/document.py`. */
const drawer = () => document.getElementById("proof");

/** Address of the proof of a figure, in the language, workspace and snapshot of the page. */
export function proofAddress(name, search) {
  const query = new URLSearchParams();
  const kept = new URLSearchParams(search);
  for (const field of ["idioma", "espacio", "corte"]) if (kept.has(field)) query.set(field, kept.get(field));
  query.set("cifra", name);
  return `/datos/cifra.json?${query}`;
}

/** The address of the page with a figure, or without one. */
export function withFigure(search, name) {
  const query = new URLSearchParams(search);
  query.delete("cifra");
  if (name) query.set("cifra", name);
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

const remember = (name) => location.pathname === "/datos" && history.replaceState(history.state, "", `${location.pathname}${withFigure(location.search, name)}${location.hash}`);

let opener = null;

function closed() {
  remember("");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

async function load(name) {
  const answer = await fetch(proofAddress(name, location.search));
  if (!answer.ok && answer.status !== 404) throw new Error(answer.statusText);
  return (await answer.json()).tree;
}

/** Opens the proof of a figure; the focus comes back to `from` when it is closed. */
export async function openProof(name, from = document.activeElement) {
  const made = drawer(), body = made.querySelector(".body");
  if (!made.open) {
    opener = from;
    made.showModal();
  }
  body.replaceChildren(made.dataset.loading);
  made.querySelector("h2").focus();
  remember(name);
  try {
    body.replaceChildren(...[written(await load(name))].flat(Infinity));
  } catch {
    body.replaceChildren(html("p", { className: "note" }, made.dataset.failed));
  }
}

/** Opens the drawer where a figure is asked for, by click or by the address. */
export function setUpProof() {
  const made = drawer();
  made.querySelector("button").addEventListener("click", () => made.close());
  made.addEventListener("click", ({ target }) => target === made && made.close());
  made.addEventListener("close", closed);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-proof]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openProof(link.dataset.proof, link);
  });
}

/** Opens the figure that the address names. */
export function proofOfAddress() {
  const name = new URLSearchParams(location.search).get("cifra");
  if (name) openProof(name, document.querySelector("main h2"));
}

