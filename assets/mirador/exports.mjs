// The menu of exports: asks for a file, says how it is doing, ends it, fetches it.

import { fill } from "./format.mjs";

const PAUSE_MS = 400;
const ENDED = new Set(["hecho", "fallido", "cancelado"]);

/** What the server is asked for: the kind of file, and the address of the view. */
export const question = (kind, path, search) => ({ kind, path, query: search.replace(/^\?/, "") });

/** How a job is doing, in words. */
export function told({ phase, done = 0, of = 0, name = "", error = "" }, words) {
  if (phase === "hecho") return fill(words.done, name);
  if (phase === "fallido") return error || words.failed;
  if (phase === "cancelado") return words.cancelled;
  if (phase === "esperando") return words.waiting;
  return of ? fill(words.progress, String(done), String(of)) : words.working;
}

/** Makes the links that open the menu do so, on every view. */
export function setUpExports() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-exports]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(JSON.parse(link.dataset.exports));
  });
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The menu, over the page; a file that is under way goes on when it is closed. */
function open({ title, help, close, path, kinds, words }) {
  document.getElementById("exports")?.remove();
  const dialog = element("dialog", { id: "exports" });
  dialog.setAttribute("aria-labelledby", "exports-title");
  const status = element("div", { className: "export-status" });
  const spoken = element("p", { className: "export-words" });
  spoken.setAttribute("role", "status");
  const shut = element("button", { type: "button", textContent: "✕", title: close, onclick: () => dialog.close() });
  shut.setAttribute("aria-label", close);
  const choices = kinds.map(([kind, name]) => element("li", {}, element("button", {
    type: "button", textContent: name, onclick: () => make(question(kind, path, location.search), { status, spoken, choices, words }),
  })));
  for (const [i, [kind]] of kinds.entries()) choices[i].firstChild.dataset.kind = kind;
  dialog.append(
    element("header", {}, element("h2", { id: "exports-title", textContent: title }), shut),
    element("p", { className: "export-help", textContent: help }),
    element("ul", {}, ...choices), spoken, status,
  );
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
}

const asked = (body) => ({ method: "POST", headers: { "Content-Type": "application/json", "X-Mirador": "export" }, body });

async function answer(address, options) {
  const language = new URLSearchParams(location.search).get("idioma") ?? "es";
  const response = await fetch(`${address}?idioma=${encodeURIComponent(language)}`, options);
  const body = await response.json();
  return response.ok ? body : { phase: "fallido", ...body };
}

/** One file from the question to the download. */
async function make(what, { status, spoken, choices, words }) {
  const lock = (on) => { for (const choice of choices) choice.firstChild.disabled = on; };
  const bar = element("progress", {});
  let job = "";
  let wanted = true;
  const stop = element("button", { type: "button", textContent: words.cancel, onclick: () => {
    wanted = false;
    if (job) answer(`/exportes/${job}/cancelar`, asked("{}"));
  } });
  const show = (state) => {
    const text = told(state, words);
    if (spoken.textContent !== text) spoken.textContent = text;
    if (state.of) Object.assign(bar, { max: state.of, value: state.done });
  };
  lock(true);
  status.replaceChildren(bar, stop);
  show({ phase: "haciendo" });
  try {
    const begun = await answer("/exportes", asked(JSON.stringify(what)));
    job = begun.job ?? "";
    const last = job ? await followed(job, show, () => wanted) : begun;
    if (!wanted && job && last.phase !== "cancelado") await answer(`/exportes/${job}/cancelar`, asked("{}"));
    show(wanted ? last : { phase: "cancelado" });
    if (wanted && last.phase === "hecho") fetchFile(job);
  } catch {
    show({ phase: "fallido" });
  } finally {
    status.replaceChildren();
    lock(false);
  }
}

/** The last state of a job; `show` is told of each. */
async function followed(job, show, wanted) {
  for (;;) {
    const state = await answer(`/exportes/${job}`);
    if (ENDED.has(state.phase) || !wanted()) return state;
    show(state);
    await new Promise((then) => { setTimeout(then, PAUSE_MS); });
  }
}

function fetchFile(job) {
  const link = element("a", { href: `/exportes/${job}/archivo`, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}
