// Connects the browser's functions to Dash, then starts it.

import * as choice from "./choice.mjs";
import { setUpChoosing } from "./choosing.mjs";
import { setUpDrawer } from "./drawer.mjs";
import { setUpExports } from "./exports.mjs";
import { isWide, unpadded } from "./framing.mjs";
import { setUpComparing } from "./comparing.mjs";
import { setUpGaps } from "./gaps.mjs";
import { setUpGrid } from "./grid.mjs";
import { awaitPage } from "./handover.mjs";
import { setUpImport } from "./importing.mjs";
import { setUpLinking } from "./linking.mjs";
import * as leaflet from "./map.mjs";
import * as marks from "./marks.mjs";
import { setUpMesa } from "./mesa.mjs";
import { keep, load, loadGeography, loadPoints, notArrived } from "./page.mjs";
import * as painting from "./painting.mjs";
import * as places from "./places.mjs";
import { setUpParts } from "./parts.mjs";
import { setUpProgrammes } from "./programmes.mjs";
import { proofOfAddress, setUpProof } from "./proof.mjs";
import { carryOn, reveal, showCurrent } from "./reading.mjs";
import { setUpSearch, showCentre } from "./search.mjs";
import { setUpTheme } from "./theme.mjs";
import { mount, written } from "./tree.mjs";
import { Stale } from "./values.mjs";
import { putBack, vocabularyAt } from "./vocabulary.mjs";

/** Writes the panel: its head above the chart, its sections below. */
function showPanel(tree, catalogue) {
  if (!tree) return keep();
  if (tree.snapshot !== catalogue.snapshot) return notArrived(new Stale(), catalogue);
  mount("side-panel-head", written(tree.head));
  mount("side-panel", written(tree.body));
  document.getElementById("side-panel-box").scrollTop = 0;
  return Date.now();
}

/** Writes the tables of the data view. */
function showData({ tree, importing, head, foot, grid, picture, geometry }) {
  mount("data-body", written(tree));
  if (head) {
    mount("data-head", written(head));
    mount("data-foot", written(foot));
    setUpParts();
    setUpGrid(grid);
    proofOfAddress();
  }
  setUpImport(importing);
  setUpGaps();
  setUpComparing();
  setUpMesa();
  setUpProgrammes(picture, geometry);
  reveal(location.hash);
  showCurrent();
  return Date.now();
}

document.addEventListener("keydown", ({ key, target }) => key === "Enter" && target.closest?.("svg [data-pick]")?.dispatchEvent(new MouseEvent("click", { bubbles: true })));

document.addEventListener("click", (event) => {
  carryOn(event.target.closest?.(".top nav a, a[data-keep]"));
  const row = event.target.closest?.("[data-pick]");
  if (row) window.dash_clientside.set_props("map-picked", { data: { code: row.dataset.pick, at: Date.now() } });
});

setUpLinking();
setUpChoosing();
setUpDrawer();
setUpTheme();
setUpProof();
setUpSearch();
setUpExports();
marks.onCentres(showCentre);

document.addEventListener("pointerover", choice.intends);
document.addEventListener("focusin", choice.intends);
window.addEventListener("popstate", choice.wentBack);

const { choose, addressGate, availability } = choice;
const { paint, circles, points, focus, frame } = painting;
window.dash_clientside = window.dash_clientside ?? {};
window.dash_clientside.mirador = { loadGeography, load, loadPoints, choose, addressGate, paint, circles, points, focus, availability, frame, showData, showPanel, drawPlaces: places.drawPlaces };
window.dashExtensions = { ...window.dashExtensions, mirador: { ...leaflet, ...marks, ...places } };
awaitPage();

/** The layout with its words; the cards stand below a narrow map, which is born with all the room. */
const completed = (parts) => (layout) => {
  putBack(layout, parts);
  if (!isWide()) unpadded(layout, "map-map");
};

vocabularyAt(document.getElementById("page-words")).then(
  (parts) => { window.renderer = new window.DashRenderer({ layout_post: completed(parts) }); },
  () => window.dispatchEvent(new Event("mirador-failed")),
);
