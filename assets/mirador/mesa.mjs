// The running order: each change of it is a link, followed without leaving the page.

import { setUpCombobox } from "./combobox.mjs";
import { mount, written } from "./tree.mjs";

const MOST = 60;

/** The address of the same order about one more municipality, each once. */
export function withMunicipality(search, codes, code) {
  const query = new URLSearchParams(search);
  const all = [...new Set([...codes.split(","), code])].filter(Boolean).slice(0, MOST);
  query.delete("municipio");
  query.set("seleccion", all.join(","));
  return `/mesa?${query.toString().replaceAll("%2C", ",")}`;
}

/** What the header's links say of the order: the one of now, not of when the page was opened. */
export function refreshed(href, search) {
  const [path, own = ""] = href.split("?");
  const query = new URLSearchParams(search);
  for (const name of ["idioma", "espacio"]) {
    const value = new URLSearchParams(own).get(name);
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return `${path}?${query.toString().replaceAll("%2C", ",")}`;
}

/** Shows the order of an address; the reader stays where they were. */
async function show(address, { push }) {
  const { search } = new URL(address, location.href);
  const response = await fetch(`/mesa/guion.json${search}`);
  if (!response.ok) {
    location.assign(address);
    return;
  }
  const { tree, title } = await response.json();
  const focused = labelOf(document.activeElement);
  if (push) history.pushState(null, "", address);
  mount("data-body", written(tree));
  document.querySelector("main h2").textContent = title;
  const language = document.getElementById("page-language-link");
  if (language) language.setAttribute("href", refreshed(language.getAttribute("href"), search));
  setUp();
  refocus(focused);
}

const labelOf = (element) => element?.closest?.("[data-order]")?.getAttribute("aria-label") ?? "";

/** The same control where it is still there, else the heading of the order: never the top of the page. */
function refocus(label) {
  if (!label) return;
  const same = document.querySelector(`[data-order][aria-label="${CSS.escape(label)}"]`);
  const head = document.querySelector("#guion h3");
  head?.setAttribute("tabindex", "-1");
  (same ?? head)?.focus({ preventScroll: Boolean(same) });
}

async function save(form) {
  const response = await fetch(form.getAttribute("action"), {
    method: "POST", headers: { "X-Mirador": "mesa" }, body: new URLSearchParams(new FormData(form)),
  });
  const { address, error } = await response.json();
  if (address) await show(address, { push: true });
  else form.querySelector("[role=alert]").textContent = error;
}

/** What a click on the page of an order does, if anything. */
function clicked(event) {
  const link = event.target.closest?.(".mesa a[data-order]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.getAttribute("href"), { push: true });
  }
  const button = event.target.closest?.(".mesa [data-do]");
  if (button?.dataset.do === "print") window.print();
  if (button?.dataset.do === "copy") copy(button);
}

async function copy(button) {
  await navigator.clipboard.writeText(location.href);
  button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
}

let listening = false;

function listen() {
  if (listening) return;
  listening = true;
  document.addEventListener("click", clicked);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".mesa .scene-form")) return;
    event.preventDefault();
    save(event.target);
  });
  window.addEventListener("popstate", () => location.pathname === "/mesa" && show(location.href, { push: false }));
}

function setUp() {
  const box = document.querySelector(".mesa .combobox");
  if (box) setUpCombobox(box, ({ code }) => show(withMunicipality(location.search, box.dataset.codes, code), { push: true }));
}

/** Makes the page of a running order work, where it is the one shown. */
export function setUpMesa() {
  if (!document.querySelector(".mesa")) return;
  listen();
  setUp();
}
