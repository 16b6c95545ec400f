// The choice of the reader and the address that stores it. The server is the one that reads
// addresses (and judges them); here they are only written.

const NO_LAYERS = "ninguna";
const CIRCLES = ["personas", "unidades", "demanda"];
const POINTS = ["unidades", "centros"];
const NUMBERS = ["ambito", "departamento", "indicador", "sector", "grupo", "sexo", "capas", "idioma", "espacio", "corte"];
const PLACES = ["ambito", "departamento", "capas", "idioma", "espacio", "corte"];
const PANEL = ["municipio", "ambito", "sector", "idioma", "espacio", "corte"];

const text = (value) => (Array.isArray(value) ? value.join(",") || NO_LAYERS : String(value ?? ""));

/** An empty choice of municipalities is none, where an empty choice of layers has a word. */
const written = (name, value) => (name === "seleccion" && !value?.length ? "" : text(value));

function queryOf(selection, defaults, names) {
  const pairs = new URLSearchParams();
  for (const name of names) {
    if (written(name, selection[name]) !== written(name, defaults[name])) pairs.set(name, written(name, selection[name]));
  }
  const query = pairs.toString();
  return query ? `?${query}` : "";
}

/** Query of a selection: what differs from the default view, in a fixed order. */
export const toSearch = (selection, defaults) => queryOf(selection, defaults, Object.keys(defaults));

const only = (selection, layers) => ({ ...selection, capas: selection.capas.filter((key) => layers.includes(key)) });

/** The part of the query that decides which numbers the map needs. */
export const sliceRequest = (selection, defaults) => queryOf(only(selection, CIRCLES), defaults, NUMBERS) || "?";

/** The part of the query that decides which points the map needs. */
export const pointsRequest = (selection, defaults) => queryOf(only(selection, POINTS), defaults, PLACES) || "?";

/** The part of the query that decides what the panel says. */
export const panelRequest = (selection, defaults) => queryOf(selection, defaults, PANEL) || "?";

/** Whether two queries ask for the same view, whatever the order of their fields. */
export function sameSearch(a, b) {
  const sorted = (search) => [...new URLSearchParams(search)].sort().join("&");
  return sorted(a) === sorted(b);
}

/** Selection after one change: choosing a place opens its panel. */
export function changed(selection, name, value) {
  const next = { ...selection, [name]: value ?? "" };
  if (name === "municipio") next.panel = "";
  return next;
}
