// The grid of Datos: fills AG Grid with the rows of a view, and keeps its filters in the address.

import { OPTIONS, chosen, order, plain, read, withRows, written } from "./filters.mjs";
import { fill, number } from "./format.mjs";
import { openProof } from "./proof.mjs";

const GRID = "data-grid";

/** A cell that leads to the proof of its figure. */
function sourceCell({ open }) {
  return class {
    init({ value, data }) {
      this.gui = document.createElement(data.cifra ? "a" : "span");
      this.gui.textContent = value ?? "";
      if (!data.cifra) return;
      Object.assign(this.gui.dataset, { proof: data.cifra, keep: "yes" });
      this.gui.href = `/datos?cifra=${encodeURIComponent(data.cifra)}`;
      this.gui.tabIndex = -1; // the arrows of the grid lead here, and Enter opens it
      this.gui.setAttribute("aria-label", fill(open, value));
    }
    getGui() { return this.gui; }
    refresh() { return false; }
  };
}

function definition(column, words) {
  const { key, title, meaning, width, filter, shown, sorted } = column;
  return {
    field: key, headerName: title, headerTooltip: meaning, width, sortable: true, resizable: true,
    filter: filter ? `ag${filter === "number" ? "Number" : "Text"}ColumnFilter` : false,
    floatingFilter: Boolean(filter),
    filterParams: { filterOptions: OPTIONS[filter], maxNumConditions: 1, inRangeInclusive: true, buttons: ["reset"], debounceMs: 250, ...(filter === "text" ? { textFormatter: plain } : {}) },
    cellClass: column.number ? "ag-right-aligned-cell" : "",
    headerClass: column.number ? "ag-right-aligned-header" : "",
    cellClassRules: shown ? { stateless: ({ value }) => value === undefined || value === null } : {},
    comparator: (a, b, one, other) => (sorted ? order(one.data[sorted], other.data[sorted]) : order(a, b)),
    ...(shown ? { valueFormatter: ({ data }) => data[shown] ?? "" } : column.number ? { valueFormatter: ({ value }) => (value === undefined ? "" : number(value, Number.isInteger(value) ? 0 : 1, words.language)) } : {}),
    ...(key === "fuente" ? { cellRenderer: sourceCell(words), flex: 1, minWidth: width } : {}),
  };
}

const NARROW = ["territorio", "valor", "indicador", "eje", "estado"];

/** Columns in the order of the screen: on a narrow one, what is asked and answered comes first. */
export function arranged(columns, narrow) {
  const place = ({ key }) => (NARROW.includes(key) ? NARROW.indexOf(key) : NARROW.length);
  return narrow ? [...columns].sort((a, b) => place(a) - place(b)) : columns;
}

const boxes = () => [...document.querySelectorAll("input[data-facet]")];

function facetsShown() {
  const facets = {};
  for (const { dataset, checked, value } of boxes()) if (checked) (facets[dataset.facet] ??= []).push(value);
  return facets;
}

/** Says what is chosen of each column of words. */
function nameFacets(facets, { all }) {
  for (const place of document.querySelectorAll("[data-chosen]")) {
    const words = facets[place.dataset.chosen] ?? [];
    place.textContent = words.length ? words.map((word) => word || "—").join(", ") : all;
  }
}

const sortedBy = (api) => {
  const column = api.getColumnState().find(({ sort }) => sort);
  return column ? `${column.sort === "desc" ? "-" : ""}${column.colId}` : "";
};

/** Writes filters and order into the address, and how many rows they leave. */
function tell(api, { rows, language, words }) {
  const filter = written(api.getFilterModel(), facetsShown());
  history.replaceState(history.state, "", `${location.pathname}${withRows(location.search, filter, sortedBy(api))}${location.hash}`);
  const left = api.getDisplayedRowCount(), write = (n) => number(n, 0, language);
  const all = rows.length === 1 ? words.one : fill(words.rows, { n: write(rows.length) });
  document.getElementById("data-count").textContent = left === rows.length ? all : fill(words.of, { n: write(left), of: write(rows.length) });
  document.getElementById("data-clear").hidden = !filter;
  nameFacets(facetsShown(), words);
}

function follow(api, grid) {
  const update = () => tell(api, grid);
  api.addEventListener("filterChanged", update);
  api.addEventListener("sortChanged", update);
  api.addEventListener("cellKeyDown", ({ event, data }) => event.key === "Enter" && data?.cifra && openProof(data.cifra, document.activeElement));
  for (const box of boxes()) box.addEventListener("change", () => api.onFilterChanged());
  document.getElementById("data-clear").addEventListener("click", () => {
    for (const box of boxes()) box.checked = false;
    api.setFilterModel(null);
    api.onFilterChanged();
    document.getElementById("data-count").focus();
  });
  update();
}

/** What the address says of the rows, shown. */
function restore(api, { columns }) {
  const query = new URLSearchParams(location.search), sorted = query.get("orden") ?? "";
  const { model, facets } = read(query.get("filtro") ?? "", Object.fromEntries(columns.map(({ key, filter }) => [key, filter])));
  for (const box of boxes()) box.checked = facets[box.dataset.facet]?.includes(box.value) ?? false;
  if (sorted) api.applyColumnState({ state: [{ colId: sorted.replace(/^-/, ""), sort: sorted.startsWith("-") ? "desc" : "asc" }] });
  api.setFilterModel(model);
  api.onFilterChanged(); // the grid does not look at the words beside it by itself
}

/** Fills the grid; nothing where there are too many rows to show. */
export async function setUpGrid(grid) {
  const box = document.querySelector(".grid-box");
  box.hidden = !grid?.rows.length;
  if (!grid) return;
  const api = await window.dash_ag_grid.getApiAsync(GRID);
  api.setGridOption("isExternalFilterPresent", () => boxes().some(({ checked }) => checked));
  api.setGridOption("doesExternalFilterPass", ({ data }) => chosen(data, facetsShown()));
  const narrow = window.matchMedia("(max-width: 700px)").matches;
  api.setGridOption("columnDefs", arranged(grid.columns, narrow).map((column) => definition(column, { ...grid.words, language: grid.language })));
  api.setGridOption("rowData", grid.rows);
  restore(api, grid);
  follow(api, grid);
  box.dataset.filled = "yes";
}
