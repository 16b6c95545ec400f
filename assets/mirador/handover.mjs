// From the first picture to the page of Dash: the plain page goes when the real one is there, and the
// picture when Leaflet has painted its own. Each happens in one turn, so that nothing flashes.

const picture = { shown: null, over: false, awaited: false };

const PLACE = ".map-column";
const real = () => document.querySelector(`#react-entry-point ${PLACE}`);

/** Where the map is now: in the real page, or in the plain one before it. */
export const place = () => real() ?? document.querySelector(`#first-page ${PLACE}`);

/** Puts the picture over the map's box, unless Leaflet has already painted. */
export function show(drawn) {
  if (picture.over) return;
  picture.shown = drawn;
  place()?.append(drawn);
}

/** Waits for the page of Dash, moves the picture into it and takes the plain page away; asked for by
 * the picture and by the application, since either may come alone. */
export function awaitPage() {
  if (picture.awaited) return;
  picture.awaited = true;
  const watch = new MutationObserver(() => real() && arrived(watch));
  watch.observe(document.getElementById("react-entry-point"), { childList: true, subtree: true });
}

function arrived(watch) {
  watch.disconnect();
  if (picture.shown) real().append(picture.shown);
  document.getElementById("first-page")?.remove();
}

/** Leaflet's own paths are painted with the same fills. */
export function takeOver() {
  picture.over = true;
  picture.shown?.remove();
  picture.shown = null;
}
