// The list beside the map: highest first, those without a figure at the end, named as such.

import { fill, number, valueWords } from "./format.mjs";
import { COUNT_INK, STATE, ranked } from "./classes.mjs";
import { html } from "./tree.mjs";

const FIRST = 120;

/** The ficha of all that the list holds: of its department or, without one, of the border chosen. */
export function wholeOf({ departamento, ambito }, { departments, scopes }) {
  if (departamento) return { name: departments[departamento], href: `/departamento/${departamento}` };
  return { name: scopes[ambito], href: "/frontera" };
}

/** List of one year of a slice. */
export function ranking(slice, all, index, selected, catalogue) {
  const { words } = catalogue;
  const rows = ranked(all);
  const without = rows.filter(({ value }) => value === null).length;
  const high = Math.max(...rows.map(({ value }) => length(value, slice)), 0);
  const title = slice.level === "departamento" ? words.list_title_department : words.list_title;
  const body = rows.slice(0, FIRST).map((entry, i) => row(entry, i, high, slice, selected, catalogue));
  const rest = () => rows.slice(FIRST).map((entry, i) => row(entry, FIRST + i, high, slice, selected, catalogue));
  return [
    html("P", { className: "kick" }, fill(words.list_kick, slice.title) + (index < 0 ? "" : ` · ${slice.years[index]}`)),
    html("H2", {}, fill(title, number(rows.length, 0, catalogue.language))),
    html("P", { className: "whole" }, html("A", { href: catalogue.whole.href, "data-keep": "yes" }, fill(words.list_profile, catalogue.whole.name))),
    without ? html("P", { className: "note" }, fill(words.list_without, number(without, 0, catalogue.language))) : "",
    table(body, words, slice),
    rows.length > FIRST ? more(fill(words.list_more, number(rows.length - FIRST, 0, catalogue.language)), () => table(rest(), words, slice)) : "",
  ];
}

/** A part that is written when it is opened: a thousand rows that nobody asked for cost nothing. */
function more(title, write) {
  const details = html("Details", { className: "more" }, html("Summary", {}, title));
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(write()));
  return details;
}

function table(rows, words, slice) {
  const head = html("Thead", { className: "visually-hidden" },
    html("Tr", {}, html("Td"), html("Th", { scope: "col" }, words.rank), html("Th", { scope: "col" }, words.place),
      html("Td"), html("Th", { scope: "col" }, `${words.value} (${slice.unit})`)));
  return html("Table", { className: "ranking" }, head, html("Tbody", {}, ...rows));
}

/** Length of a bar: differences reach as far below zero as above it. */
const length = (value, { signed }) => (signed ? Math.abs(value ?? 0) : Math.max(0, value ?? 0));

function row(entry, i, high, slice, selected, catalogue) {
  const name = catalogue.nameOf(entry.code, slice);
  const chosen = entry.code === selected;
  return html(
    "Tr",
    { className: chosen ? "selected" : "", "data-row": entry.code },
    html("Td", { className: "tick" }, slice.level === "departamento" ? ""
      : html("Input", { type: "checkbox", className: "form-check-input", "data-choose": entry.code, "aria-label": fill(catalogue.words.choose, name) })),
    html("Td", { className: "rank" }, entry.value === null ? "" : String(i + 1)),
    html("Th", { scope: "row" },
      slice.level === "departamento" ? name : html("Button", { type: "button", "data-pick": entry.code, "aria-pressed": String(chosen) }, name)),
    html("Td", { className: "bar" }, entry.value === null ? ""
      : html("Span", { style: { width: `${high > 0 ? Math.max(1, (length(entry.value, slice) / high) * 100) : 0}%`, background: slice.count ? COUNT_INK : entry.fill } })),
    html("Td", { className: "number" }, words(entry, slice, catalogue)),
  );
}

/** The value, or the word of its state; never an empty cell. Of two indicators, one below the other. */
export function words(entry, slice, catalogue) {
  if (!slice.cross) return wordsOf(entry, slice, catalogue);
  const second = wordsOf(entry.other, slice.cross.slice, catalogue);
  return [wordsOf(entry.first ?? entry, slice, catalogue), html("Small", { className: "second" }, second, ` ${slice.cross.slice.unit}`)].flat();
}

function wordsOf(entry, slice, { language, states }) {
  if (entry.value === null) return html("Span", { className: "absent" }, states[entry.state]);
  const text = valueWords(entry.value, slice, language);
  if (entry.state === STATE.EARLIER) return [text, html("Small", { className: "dated" }, ` (${entry.used})`)];
  if (entry.state === STATE.UNRELIABLE) return [text, html("Small", { className: "dated" }, ` ${states[STATE.UNRELIABLE]}`)];
  return text;
}
