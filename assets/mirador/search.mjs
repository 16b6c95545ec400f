// The search in the header of every view: what is found opens where it is best seen.

import { toSearch } from "./address.mjs";
import { pick } from "./choosing.mjs";
import { setUpCombobox } from "./combobox.mjs";
import { openCentre } from "./marks.mjs";
import { page } from "./page.mjs";
import { carried } from "./reading.mjs";
import { html } from "./tree.mjs";

const CENTRE = "#centro-";

const centreOf = (href) => decodeURIComponent(href.split(CENTRE)[1] ?? "");

/** The centre that waits to be shown: at first, the one of the address. */
let wanted = centreOf(location.hash);

/** Where something that was found is opened, from the path that one is at. */
export function destination({ kind, code, href }, path, search) {
  const ficha = path.startsWith("/municipio/") && kind === "municipio";
  const [address, hash] = href.split("#");
  return carried(ficha ? `/municipio/${code}` : address, search) + (hash ? `#${hash}` : "");
}

const queried = (href) => Object.fromEntries(new URLSearchParams(href.split("#")[0].split("?")[1] ?? ""));

/**
 * The selection of the map after something was found: what its link says, over what was chosen. A
 * centre has its layer on.
 */
export function afterFinding(selection, href) {
  const hidden = centreOf(href) && !selection.capas.includes("centros");
  return { ...selection, ...queried(href), panel: "", capas: hidden ? [...selection.capas, "centros"] : selection.capas };
}

/** On the map things open in place; elsewhere their view is opened. */
function open(item) {
  const onMap = page.selection && location.pathname === "/" && item.href.startsWith("/?");
  if (!onMap) return location.assign(destination(item, location.pathname, location.search));
  const next = afterFinding(page.selection, item.href);
  const shown = next.capas === page.selection.capas;
  if (shown && "municipio" in queried(item.href)) pick(next.municipio);
  else window.dash_clientside.set_props("page-url", { search: toSearch(next, page.catalogue.defaults) });
  wanted = centreOf(item.href);
  return showCentre();
}

/** Goes to the centre that was asked for, once the map has it. */
export function showCentre() {
  if (wanted && openCentre(wanted)) wanted = "";
}

/** Puts the field into the header, as soon as the page has one. */
export function setUpSearch() {
  const watch = new MutationObserver(() => {
    const box = document.querySelector("#react-entry-point #page-search");
    if (!box) return;
    watch.disconnect();
    fill(box);
  });
  watch.observe(document.getElementById("react-entry-point"), { childList: true, subtree: true });
}

function fill(box) {
  const { label, placeholder } = box.dataset;
  const field = { id: "search-field", type: "text", role: "combobox", className: "form-control form-control-sm", placeholder, autocomplete: "off", spellcheck: "false", "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-list", title: label };
  box.append(
    html("Input", field),
    html("Div", { id: "search-list", role: "listbox", className: "found", hidden: "hidden", "aria-label": label }),
    html("P", { role: "status", className: "visually-hidden" }),
  );
  setUpCombobox(box, open);
}
