// The filters of the grid and the address that stores them. The server reads the same grammar
// (`layouts/rows/filters.py`): `column~test~operands`, joined by `;`.

const NUMBER = { equals: "es", greaterThan: "mas", greaterThanOrEqual: "min", lessThan: "menos", lessThanOrEqual: "max", inRange: "entre", blank: "vacio", notBlank: "lleno" };
const TEXT = { contains: "contiene", notContains: "no_contiene", equals: "es", startsWith: "empieza", blank: "vacio", notBlank: "lleno" };
const turned = (names) => Object.fromEntries(Object.entries(names).map(([grid, word]) => [word, grid]));
const READ = { text: turned(TEXT), number: turned(NUMBER) };

/** What may be chosen in the grid, by kind of column. */
export const OPTIONS = { text: Object.keys(TEXT), number: Object.keys(NUMBER) };

/** Words without capitals and accents, as the server compares them. */
export const plain = (text) => String(text ?? "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** Python's `quote` with nothing kept but letters, digits and `_.-~`. */
const quoted = (word) => encodeURIComponent(word).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const condition = (column, test, operands) => [column, test, ...(operands.length ? [operands.map(quoted).join(",")] : [])].join("~");

function ofModel(column, { filterType, type, filter, filterTo }) {
  const test = (filterType === "number" ? NUMBER : TEXT)[type];
  return condition(column, test, [filter, filterTo].filter((operand) => operand !== undefined && operand !== null));
}

/** The conditions of a grid and of the choices beside it, as the address writes them. */
export function written(model, facets) {
  const columns = Object.entries(model ?? {}).map(([column, one]) => ofModel(column, one));
  const sets = Object.entries(facets).filter(([, words]) => words.length).map(([column, words]) => condition(column, "de", words));
  return [...columns, ...sets].join(";");
}

/** Inverse of `written`: the model of the grid and the words chosen, by column. */
export function read(text, kinds) {
  const model = {}, facets = {};
  for (const part of text ? text.split(";") : []) {
    const [column, test, ...rest] = part.split("~"); // an operand may have the mark itself
    const operands = rest.length ? rest.join("~").split(",").map(decodeURIComponent) : [];
    if (test === "de") facets[column] = operands;
    else if (READ[kinds[column]]?.[test]) model[column] = modelOf(kinds[column], test, operands);
  }
  return { model, facets };
}

function modelOf(filterType, test, operands) {
  const [filter, filterTo] = filterType === "number" ? operands.map(Number) : operands;
  const one = { filterType, type: READ[filterType][test] };
  if (filter !== undefined) one.filter = filter;
  if (filterTo !== undefined) one.filterTo = filterTo;
  return one;
}

/** Whether a row has one of the words chosen in each column; an empty cell is an empty word. */
export const chosen = (row, facets) => Object.entries(facets).every(([column, words]) => !words.length || words.includes(String(row[column] ?? "")));

/** Order of two cells: missing ones first, words without accents, numbers by size. */
export function order(a, b) {
  if (a === undefined || a === null || b === undefined || b === null) return Number(a !== undefined && a !== null) - Number(b !== undefined && b !== null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [first, second] = [plain(a), plain(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A query with the filters and the order of the grid. */
export function withRows(search, filter, sorted) {
  const query = new URLSearchParams(search);
  for (const [name, value] of [["filtro", filter], ["orden", sorted]]) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}
