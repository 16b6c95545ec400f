// A field that finds things while one types: the combobox pattern of ARIA, with groups of options.

import { html } from "./tree.mjs";

const PAUSE_MS = 120;
const KEPT = ["idioma", "espacio", "corte"];

/** Where to ask what may be meant: the language and the figures are those of the address. */
export function searchAddress(typed, kinds, search) {
  const here = new URLSearchParams(search);
  const query = new URLSearchParams({ q: typed });
  if (kinds) query.set("tipo", kinds);
  for (const name of KEPT) if (here.get(name)) query.set(name, here.get(name));
  return `/buscar.json?${query}`;
}

/** The option that a key leads to, of `n`; -1 is the field itself. */
export function moved(key, active, n) {
  if (!n) return -1;
  if (key === "ArrowDown") return active + 1 >= n ? 0 : active + 1;
  return active <= 0 ? n - 1 : active - 1;
}

/** Makes a field with its list and its status find things; `choose` gets what was chosen. */
export function setUpCombobox(box, choose) {
  const [input, list, status] = ["input", "[role=listbox]", "[role=status]"].map((part) => box.querySelector(part));
  const state = { items: [], active: -1, asked: "", coming: Promise.resolve(), timer: 0 };
  const close = () => show(input, list, false);

  const ask = () => {
    const typed = input.value.trim();
    if (typed === state.asked) return state.coming;
    state.asked = typed;
    state.coming = typed ? answer(typed) : Promise.resolve(draw({ groups: [], told: "" }));
    return state.coming;
  };

  async function answer(typed) {
    const response = await fetch(searchAddress(typed, box.dataset.kinds, location.search));
    const found = response.ok ? await response.json() : { groups: [], told: "" };
    if (state.asked === typed) draw(found);
  }

  function draw({ groups, told }) {
    state.items = groups.flatMap(({ items }) => items);
    state.active = -1;
    let n = 0;
    const option = ({ name, detail }) => html("Div", { role: "option", id: `${list.id}-${n}`, "data-option": n++, "aria-selected": "false" }, html("B", {}, name), " ", html("Small", {}, detail));
    const parts = groups.map(({ title, items }) => html("Div", { role: "group", "aria-label": title }, html("Div", { className: "kind", role: "presentation" }, title), items.map(option)));
    list.replaceChildren(...(parts.length || !told ? parts : [html("P", { className: "whose" }, told)]));
    status.textContent = told;
    show(input, list, Boolean(told));
    mark();
  }

  function mark() {
    for (const option of list.querySelectorAll("[data-option]")) {
      const on = Number(option.dataset.option) === state.active;
      option.setAttribute("aria-selected", String(on));
      if (on) option.scrollIntoView({ block: "nearest" });
    }
    if (state.active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${list.id}-${state.active}`);
  }

  function take(item) {
    if (!item) return;
    input.value = "";
    state.asked = "";
    close();
    choose(item);
  }

  async function keyed(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden && state.items.length) show(input, list, true);
      state.active = moved(event.key, state.active, state.items.length);
      mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      await ask();
      take(state.items[Math.max(0, state.active)]);
    } else if (event.key === "Escape") {
      if (!list.hidden || input.value) event.stopPropagation();
      if (list.hidden) input.value = "";
      close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("keydown", keyed);
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => take(state.items[Number(target.closest("[data-option]")?.dataset.option ?? -1)]));
}

function show(input, list, open) {
  list.hidden = !open;
  input.setAttribute("aria-expanded", String(open && Boolean(list.querySelector("[role=option]"))));
}
