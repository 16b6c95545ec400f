// The years of the map: a slider that moves through them, alone if asked to, and the ways to see all
// of them, or all sectors, side by side. The figures of every year are already in the page.

import { showMaps } from "./choosing.mjs";
import { html } from "./tree.mjs";

const STEP_MS = 1100;

const shown = { slice: null, index: -1, catalogue: null };
let playing = 0;

const setYear = (year) => window.dash_clientside.set_props("filter-periodo", { value: String(year) });

/** Writes the slider for a slice; nothing where it has one year at most and no sectors. */
export function timeline(slice, index, catalogue) {
  const place = document.getElementById("map-time");
  if (!place) return;
  const another = shown.slice?.key !== slice.key;
  Object.assign(shown, { slice, index, catalogue });
  if (another) stop();
  const sectors = catalogue.indicators[slice.indicator]?.bySector;
  place.hidden = slice.years.length < 2 && !sectors;
  if (place.hidden) return;
  if (another || !place.firstChild) place.replaceChildren(...(slice.years.length > 1 ? controls(slice, catalogue.words) : []), ...(sectors ? [side("map-many-sectors", "sectores", catalogue.words.every_sector)] : []));
  if (slice.years.length < 2) return;
  const slider = place.querySelector("input");
  slider.value = String(Math.max(index, 0));
  slider.setAttribute("aria-valuetext", String(slice.years[Math.max(index, 0)]));
  place.querySelector("output").textContent = String(slice.years[Math.max(index, 0)] ?? "");
}

function controls({ years }, words) {
  const play = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", id: "map-play", "aria-label": words.play, title: words.play }, "▶");
  const slider = html("Input", { type: "range", min: "0", max: String(years.length - 1), step: "1", "aria-label": words.years, list: "map-years" });
  slider.addEventListener("input", () => { stop(); setYear(shown.slice.years[Number(slider.value)]); });
  play.addEventListener("click", () => (playing ? stop() : start()));
  return [play, slider, html("Output", {}), side("map-many", "periodos", words.side_by_side)];
}

function side(id, maps, words) {
  const button = html("Button", { type: "button", className: "btn btn-sm btn-outline-secondary", id }, words);
  button.addEventListener("click", () => showMaps(maps));
  return button;
}

/** The year that comes after the one shown: the first one after the last. */
export const following = (years, index) => (index >= years.length - 1 ? 0 : index + 1);

/** From the first year where the last one is shown, else from where it is. A reader who wants no
    movement goes one year further at each press. */
function start() {
  let next = following(shown.slice.years, shown.index);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return setYear(shown.slice.years[next]);
  playLabel("❚❚", "pause");
  const step = () => {
    if (document.hidden) return stop();
    setYear(shown.slice.years[next]);
    next += 1;
    return next >= shown.slice.years.length ? stop() : undefined;
  };
  playing = window.setInterval(step, STEP_MS);
  return step();
}

function stop() {
  window.clearInterval(playing);
  playing = 0;
  playLabel("▶", "play");
}

function playLabel(sign, word) {
  const play = document.getElementById("map-play");
  if (!play) return;
  play.textContent = sign;
  play.setAttribute("aria-label", shown.catalogue.words[word]);
  play.title = shown.catalogue.words[word];
}
