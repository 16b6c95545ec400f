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

let asked = 0;

/** Shows the order of an address; the reader stays where they were. What comes after something newer
 * was asked for is left: the page would show another order than its address. */
async function show(address, { push, said = "" }) {
  asked += 1;
  const own = asked;
  const { search } = new URL(address, location.href);
  const response = await fetch(`/mesa/guion.json${search}`);
  if (own !== asked) return;
  if (!response.ok) {
    location.assign(address);
    return;
  }
  const { tree, title } = await response.json();
  if (own !== asked) return;
  const focused = labelOf(document.activeElement);
  if (push) history.pushState(null, "", address);
  mount("data-body", written(tree));
  // What was open stood at another place of another order.
  document.querySelectorAll(".mesa details").forEach((details) => { details.open = false; });
  document.querySelector("main h2").textContent = title;
  const language = document.getElementById("page-language-link");
  if (language) language.setAttribute("href", refreshed(language.getAttribute("href"), search));
  setUp();
  refocus(focused);
  const told = said && document.querySelector(".records-of [role=status]");
  if (told) told.textContent = said;
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

/** What was refused, under its field; what has no field of its own, at the end of the form. */
export function refusalsOf(errors, fields) {
  const beside = Object.fromEntries(fields.map((name) => [name, errors[name] ?? ""]));
  const rest = Object.entries(errors).filter(([name]) => !fields.includes(name)).map(([, sentence]) => sentence);
  return { beside, rest: rest.join(" ") };
}

/** Sends what is to be recorded; it is on the disk when the answer says so. */
async function record(form) {
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const response = await fetch(form.getAttribute("action"), { method: "POST", headers: { "X-Mirador": "mesa" }, body: new FormData(form) });
    const { errors } = await response.json();
    if (errors) refuse(form, errors);
    else await show(location.href, { push: false, said: form.dataset.done });
  } finally {
    button.disabled = false;
  }
}

function refuse(form, errors) {
  const places = [...form.querySelectorAll("[data-refusal]")];
  const { beside, rest } = refusalsOf(errors, places.map(({ dataset }) => dataset.refusal));
  for (const place of places) {
    const sentence = beside[place.dataset.refusal];
    place.textContent = sentence;
    place.closest("label").querySelector("input, select, textarea").setAttribute("aria-invalid", String(Boolean(sentence)));
  }
  form.querySelector("[role=alert]").textContent = rest;
  form.querySelector("[aria-invalid=true]")?.focus();
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
    const send = event.target.matches(".mesa .scene-form") ? save : event.target.matches(".mesa .record-form") ? record : null;
    if (!send) return;
    event.preventDefault();
    send(event.target);
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
