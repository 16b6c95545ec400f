// Bringing in a file, step by step: choose, read, look at what was found, publish.
// Nothing is published until a person says so, and nothing is ever imported in part.

import { fill, number } from "./format.mjs";
import { changesMap } from "./importing_map.mjs";
import { html } from "./tree.mjs";

const SHOWN = 60;
const POLL_MS = 400;
const BOUNDARIES = "territorios";
const SOURCE = "source_id";

/** Starts the steps where the page has a place for them; `setup` says words, kinds and limits. */
export function setUpImport(setup) {
  const place = document.getElementById("data-import");
  if (!setup || !place || place.dataset.ready) return;
  place.dataset.ready = "yes";
  const steps = { setup, place, job: null, report: html("Div", { className: "import-report", role: "status", "aria-live": "polite" }) };
  place.replaceChildren(chooser(steps), steps.report);
}

function chooser(steps) {
  const { words, kinds, encodings } = steps.setup;
  const kind = html("Select", { id: "import-kind", className: "form-select form-select-sm" }, ...kinds.map(({ key, title }) => html("Option", { value: key }, title)));
  const file = html("Input", { type: "file", id: "import-file", className: "form-control form-control-sm", accept: ".csv,.tsv,.txt,.xlsx,.xls,.ods,.parquet,.zip,.gpkg,.geojson" });
  const encoding = html("Select", { id: "import-encoding", className: "form-select form-select-sm" }, ...encodings.map(([key, title]) => html("Option", { value: key }, title)));
  const decimal = html("Select", { id: "import-decimal", className: "form-select form-select-sm" }, html("Option", { value: "" }, "auto"), html("Option", { value: "," }, "1.234,5"), html("Option", { value: "." }, "1,234.5"));
  const sheet = html("Input", { type: "text", id: "import-sheet", className: "form-control form-control-sm", maxlength: "80" });
  const crs = html("Input", { type: "text", id: "import-crs", className: "form-control form-control-sm", placeholder: "EPSG:4686", maxlength: "12" });
  const system = labelled(words.crs, crs);
  const template = html("A", { href: "#", className: "template" }, words.template);
  const aim = () => {
    template.setAttribute("href", `/importar/plantilla/${kind.value}.xlsx`);
    system.hidden = kind.value !== BOUNDARIES;
  };
  kind.addEventListener("change", aim);
  aim();
  steps.options = () => ({ encoding: encoding.value, decimal: decimal.value, sheet: sheet.value, crs: crs.value });
  const read = html("Button", { type: "button", className: "btn btn-sm btn-primary", id: "import-read" }, words.read);
  read.addEventListener("click", () => upload(steps, { kind: kind.value, ...steps.options() }, file.files[0]));
  return html("Div", { className: "import-form" },
    labelled(words.kind, kind), labelled(words.file, file), labelled(words.encoding, encoding), labelled(words.decimal, decimal), labelled(words.sheet, sheet), system, template, read);
}

const labelled = (text, control) => html("Label", {}, html("Span", {}, text), control);

const say = (steps, ...content) => steps.report.replaceChildren(...content.flat().filter((part) => part !== ""));

async function upload(steps, choice, file) {
  const { words, limitMb } = steps.setup;
  if (!file) return;
  if (file.size > limitMb * 1e6) return say(steps, html("P", { className: "refused" }, fill(words.too_big, limitMb)));
  steps.choice = choice;
  const query = new URLSearchParams({ ...choice, name: file.name, idioma: steps.setup.language });
  const answer = await call(`/importar/archivo?${query}`, { method: "POST", body: file });
  return answer.job ? follow(steps, answer.job) : say(steps, html("P", { className: "refused" }, answer.error ?? words.failed));
}

async function call(url, options = {}) {
  try {
    const response = await fetch(url, { ...options, headers: { "X-Mirador": "import", ...options.headers } });
    return await response.json();
  } catch {
    return {};
  }
}

/** Asks how a job is doing until it ends; a person may end it before. */
async function follow(steps, job) {
  const { words, language } = steps.setup;
  steps.job = job;
  const cancel = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary" }, words.cancel);
  cancel.addEventListener("click", () => call(`/importar/${job}/cancelar`, { method: "POST" }));
  const progress = html("P", {}, words.reading);
  say(steps, progress, cancel);
  for (;;) {
    const state = await call(`/importar/${job}?idioma=${language}`);
    if (steps.job !== job) return;
    if (state.phase !== "leyendo" && state.phase !== "publicando") return show(steps, state);
    progress.textContent = waiting(state, words, language);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** What is said while a file is read: rows read, of how many, and the seconds left. */
export function waiting({ phase, rows, expected, seconds }, words, language) {
  const parts = [phase === "publicando" ? words.publishing : words.reading];
  const known = expected ? fill(words.rows_of, number(rows ?? 0, 0, language), number(Math.max(expected, rows), 0, language)) : "";
  if (known) parts.push(known);
  if (seconds) parts.push(fill(words.seconds_left, number(seconds, 0, language)));
  return parts.join(" · ");
}

function show(steps, state) {
  const { words } = steps.setup;
  if (state.phase === "cancelado") return say(steps, html("P", {}, words.cancelled));
  if (state.phase === "publicado") return say(steps, html("P", { className: "done" }, fill(words.published, state.snapshot.slice(0, 6))), html("A", { href: "/" }, words.see));
  if (state.phase !== "leido") return say(steps, html("P", { className: "refused" }, state.error ?? words.failed));
  say(steps, encodings(steps, state), columns(steps, state), findings(steps, state), changes(steps, state), publishing(steps, state));
  drawChanges(steps, state);
}

/** The first lines in each encoding, where a person has to say which one reads well. */
function encodings(steps, { encodings: previews }) {
  const { words } = steps.setup;
  const found = Object.entries(previews ?? {});
  if (!found.length) return [];
  const options = found.map(([name, lines]) => {
    const again = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", "data-encoding": name }, fill(words.read_as, name));
    again.addEventListener("click", () => reread(steps, { encoding: name }));
    return html("Div", { className: "encoding" }, again, html("Pre", {}, lines.join("\n")));
  });
  return [html("Details", { className: "encodings" }, html("Summary", {}, words.encoding_doubt), ...options)];
}

/** The map is drawn once the words are there: it needs the geometry. */
async function drawChanges(steps, { changes: what, counts }) {
  const place = steps.report.querySelector(".changes-place");
  if (!place || counts.error || !what.territories.length) return;
  place.replaceChildren(await changesMap(steps.setup, what.territories));
}

/** Columns of the file with the field that each was taken for, all of them editable. */
function columns(steps, { columns: found, fields, absent, header_row: line }) {
  const { words } = steps.setup;
  const rows = found.map(({ header, field }) => {
    const select = html("Select", { className: "form-select form-select-sm", "data-column": header, "aria-label": header },
      html("Option", { value: "" }, words.unused), ...fields.map(({ name, title }) => html("Option", { value: name }, title)));
    select.value = field;
    return html("Tr", {}, html("Td", {}, header), html("Td", {}, select));
  });
  const again = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary" }, words.again);
  const table = html("Table", { className: "records" }, html("Thead", {}, html("Tr", {}, html("Th", {}, words.column), html("Th", {}, words.field))), html("Tbody", {}, ...rows));
  const constants = missing(steps, absent);
  const header = html("Input", { type: "number", id: "import-header-row", className: "form-control form-control-sm", min: "1", value: String(line) });
  again.addEventListener("click", () => reread(steps, { ...recognised(table, header, line), set: values(constants, "field") }));
  return [html("H4", {}, words.columns), line ? html("Div", { className: "import-form" }, labelled(words.header_row, header)) : "", table, constants, again];
}

/** The columns as chosen; those of another header row are recognised anew. */
const recognised = (table, header, line) => (header.value === String(line) ? { map: values(table, "column") } : { header_row: header.value, map: {} });

/** Fields that the file lacks: one word for every row. */
function missing({ setup: { words, sources } }, absent) {
  if (!absent.length) return html("Div", {});
  const known = html("Datalist", { id: "import-sources" }, ...sources.map((key) => html("Option", { value: key })));
  const inputs = absent.map(({ name, title, value }) => {
    const list = name === SOURCE ? { list: "import-sources" } : {};
    return labelled(title, html("Input", { type: "text", className: "form-control form-control-sm", "data-field": name, value, maxlength: "120", ...list }));
  });
  return html("Div", { className: "import-form" }, html("P", {}, words.absent), ...inputs, known);
}

const values = (place, key) => Object.fromEntries([...place.querySelectorAll(`[data-${key}]`)].map(({ dataset, value }) => [dataset[key], value]));

/** Reads the same file again, as the person now says. */
async function reread(steps, words) {
  const chosen = { ...steps.options(), ...words };
  const answer = await call(`/importar/${steps.job}/columnas`, { method: "POST", body: JSON.stringify(chosen), headers: { "Content-Type": "application/json" } });
  if (answer.job) follow(steps, answer.job);
}

function findings(steps, { findings: found, counts }) {
  const { words, language } = steps.setup;
  const list = (severity, title) => {
    const some = found.filter((finding) => finding.severity === severity);
    if (!some.length) return [];
    const rest = counts[severity] - Math.min(some.length, SHOWN);
    return [html("H4", { className: severity }, `${title} · ${number(counts[severity], 0, language)}`),
      html("Ul", { className: "findings" }, ...some.slice(0, SHOWN).map(({ sentence }) => html("Li", {}, sentence)),
        rest > 0 ? html("Li", {}, fill(words.more, number(rest, 0, language))) : "")];
  };
  const parts = [...list("error", words.errors), ...list("aviso", words.warnings)];
  if (!parts.length) return [html("P", {}, words.no_findings)];
  const link = (form, text) => html("A", { href: `/importar/${steps.job}/hallazgos.${form}?idioma=${language}` }, text);
  return [...parts, html("P", { className: "downloads" }, link("csv", words.download), " · ", link("xlsx", words.marked))];
}

function changes(steps, { changes: what, counts: { error } }) {
  if (error) return [];
  const { words, language } = steps.setup;
  const total = what.added + what.changed + what.removed;
  const counts = ["added", "changed", "removed"].filter((key) => what[key]).map((key) => `${number(what[key], 0, language)} ${words[key]}`);
  const shown = (cell) => (cell === null ? "" : typeof cell === "number" ? number(cell, Number.isInteger(cell) ? 0 : 2, language) : words[`cell_${cell}`] ?? steps.setup.titles[cell] ?? cell);
  const rows = what.samples.map((cells) => html("Tr", {}, ...cells.map((cell) => html("Td", {}, shown(cell)))));
  const head = html("Thead", {}, html("Tr", {}, ...[...what.head, "before", "after"].map((key) => html("Th", { scope: "col" }, words[`head_${key}`]))));
  return [html("H4", {}, words.changes), html("P", {}, counts.join(" · ") || words.no_changes),
    what.competing ? html("P", {}, fill(what.competing === 1 ? words.competing_one : words.competing, number(what.competing, 0, language))) : "",
    html("Div", { className: "changes-place" }),
    rows.length ? html("Div", { className: "wide" }, html("Table", { className: "records" }, head, html("Tbody", {}, ...rows))) : "",
    total > rows.length ? html("P", {}, fill(words.more_changes, number(total - rows.length, 0, language))) : ""];
}

function publishing(steps, { counts, changes: what }) {
  const { words } = steps.setup;
  if (counts.error || !(what.added || what.changed || what.removed)) return [];
  const accept = html("Input", { type: "checkbox", className: "form-check-input" });
  const author = html("Input", { type: "text", className: "form-control form-control-sm", maxlength: "80" });
  const note = html("Input", { type: "text", className: "form-control form-control-sm", maxlength: "200" });
  const publish = html("Button", { type: "button", className: "btn btn-sm btn-primary", id: "import-publish" }, words.publish);
  const ready = () => { publish.disabled = Boolean(counts.aviso && !accept.checked) || !note.value.trim() || !author.value.trim(); };
  for (const control of [accept, author, note]) control.addEventListener("input", ready);
  ready();
  publish.addEventListener("click", () => commit(steps, { author: author.value, note: note.value, accept: accept.checked }));
  return [html("Div", { className: "import-form" }, counts.aviso ? html("Label", { className: "accept" }, accept, html("Span", {}, words.accept)) : "",
    labelled(words.author, author), labelled(words.note, note), publish)];
}

async function commit(steps, what) {
  const answer = await call(`/importar/${steps.job}/publicar`, { method: "POST", body: JSON.stringify(what), headers: { "Content-Type": "application/json" } });
  if (answer.job) follow(steps, answer.job);
  else say(steps, html("P", { className: "refused" }, answer.error ?? steps.setup.words.failed));
}
