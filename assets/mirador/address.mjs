// The choice of the reader and the address that stores it. The server is the one that reads
// addresses (and judges them); here they are only written.

const NO_LAYERS = "ninguna";
const CIRCLES = ["personas", "unidades", "demanda"];
const POINTS = ["unidades", "centros"];
const NUMBERS = ["ambito", "departamento", "indicador", "sector", "grupo", "sexo", "capas", "idioma", "espacio", "corte"];
const PLACES = ["ambito", "departamento", "capas", "idioma", "espacio", "corte"];
const PANEL = ["municipio", "ambito", "sector", "idioma", "espacio", "corte"];

const text = (value) => (Array.isArray(value) ? value.join(",") || NO_LAYERS : String(value ?? ""));

function query(selection, defaults, names) {
  const pairs = new URLSearchParams();
  for (const name of names) {
    if (text(selection[name]) !== text(defaults[name])) pairs.set(name, text(selection[name]));
  }
  const written = pairs.toString();
  return written ? `?${written}` : "";
}

/** Query of a selection: what differs from the default view, in a fixed order. */
export const toSearch = (selection, defaults) => query(selection, defaults, Object.keys(defaults));

const only = (selection, layers) => ({ ...selection, capas: selection.capas.filter((key) => layers.includes(key)) });

/** The part of the query that decides which numbers the map needs. */
export const sliceRequest = (selection, defaults) => query(only(selection, CIRCLES), defaults, NUMBERS) || "?";

/** The part of the query that decides which points the map needs. */
export const pointsRequest = (selection, defaults) => query(only(selection, POINTS), defaults, PLACES) || "?";

/** The part of the query that decides what the panel says. */
export const panelRequest = (selection, defaults) => query(selection, defaults, PANEL) || "?";

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
