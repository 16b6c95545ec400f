// The choice of the reader and the address that stores it. The server is the one that reads
// addresses (and judges them); here they are only written.

const NO_LAYERS = "ninguna";
export const CIRCLES = ["personas", "unidades", "demanda"];
export const POINTS = ["unidades", "centros"];
const NUMBERS = ["departamento", "sector", "grupo", "sexo", "capas", "idioma", "espacio"];
const PLACES = ["departamento", "capas", "idioma", "espacio"];
const BUNDLES = ["departamento", "idioma", "espacio"];
const PANEL = ["municipio", "ambito", "sector", "idioma", "espacio", "corte"];
const NOBODY = ["idioma", "espacio", "corte"];

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

/** Where the numbers of a view are; the server writes the same address into the document. */
export const valuesAddress = (selection, catalogue) => address(selection.indicador, selection, CIRCLES, NUMBERS, catalogue);

/** The view that a view crosses with its own; `null` where it crosses none. */
export function secondOf(selection) {
  if (!selection.segundo || selection.segundo === selection.indicador) return null;
  return { ...selection, indicador: selection.segundo, capas: [] };
}

/** Where the numbers are that a view crosses with its own; empty where it crosses none. */
export function secondAddress(selection, catalogue) {
  const second = secondOf(selection);
  return second ? valuesAddress(second, catalogue) : "";
}

/** Where the centres and productive units of a view are. */
export const pointsAddress = (selection, catalogue) => address("puntos", selection, POINTS, PLACES, catalogue);

function address(what, selection, layers, names, { defaults, snapshot, version }) {
  const on = text(selection.capas.filter((key) => layers.includes(key)));
  const pairs = new URLSearchParams();
  for (const name of names) {
    const value = name === "capas" ? on : text(selection[name]);
    if (name === "capas" || value !== text(defaults[name])) pairs.set(name, value);
  }
  return `/valores/${snapshot}/${selection.ambito}/${what}.${version}.json?${pairs}`;
}

/** Where everything is that the filters reach, for an indicator or a layer of circles. */
export function bundleAddress(what, part, selection, { defaults, snapshot, version }) {
  return `/conjuntos/${snapshot}/${selection.ambito}/${what}.${part}.${version}.json${queryOf(selection, defaults, BUNDLES)}`;
}

/** The query of the panel. It names the snapshot of the page: a newer one is never mixed in. */
export function panelRequest(selection, { defaults, snapshot }) {
  return queryOf({ ...selection, corte: snapshot }, defaults, selection.municipio ? PANEL : NOBODY);
}

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

/** The same view in the other language, in the other workspace, and fixed to its snapshot. */
export function links(selection, { defaults, language, snapshot }) {
  const other = selection.espacio === defaults.espacio ? "demostracion" : defaults.espacio;
  return [
    { ...selection, idioma: language === "es" ? "en" : "es" },
    { ...selection, espacio: other, corte: "" },
    { ...selection, corte: snapshot },
  ].map((next) => `/${toSearch(next, defaults)}`);
}
