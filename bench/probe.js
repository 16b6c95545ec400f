// Runs in every contender's page before its own scripts. Times from an event to repainted pixels:
// what was seen to change, and then two animation frames, for all contenders alike.
window.bench = (() => {
  const LONGEST = 20000;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const frames = async () => { await frame(); await frame(); return performance.now(); };
  const late = (what) => new Promise((_, fail) => setTimeout(() => fail(new Error(`Not seen in ${LONGEST} ms: ${what}`)), LONGEST));

  // Plotly tells that it has drawn about 100 ms after its map has; the map itself is asked.
  const subplot = () => document.querySelector(".js-plotly-plot")?._fullLayout?.map?._subplot;
  const hasShapes = () => {
    const { map, traceHash } = subplot() ?? {};
    return Boolean(map && Object.keys(traceHash ?? {}).length && map.loaded() && map.areTilesLoaded());
  };

  // What the application paints a territory with before it has figures, and out of the scope.
  const PAPER = "var(--map-paper)";
  const filled = (path) => path && !["none", "", null, PAPER].includes(path.getAttribute("fill"));
  /** A choropleth, not an empty map: some territory has a fill that is not the paper's. */
  const choropleth = (paths) => [...document.querySelectorAll(paths)].some(filled);
  const LIVE = "path[data-territory]";
  const FIRST = "path[data-first]";

  const mutation = (root, options, meant) => new Promise((done) => {
    const observer = new MutationObserver((records) => {
      if (!records.some(meant)) return;
      observer.disconnect();
      done();
    });
    observer.observe(root, { subtree: true, attributes: true, attributeOldValue: true, ...options });
  });
  const own = ({ target, oldValue, attributeName }) =>
    target.dataset.territory !== undefined && target.getAttribute(attributeName) !== oldValue;

  const kinds = {
    ours: {
      ready: () => choropleth(`${LIVE}, ${FIRST}`),
      repainted: () => mutation(document.querySelector(".leaflet-pane"), { attributeFilter: ["fill"] }, own),
    },
    naive: {
      ready: hasShapes,
      repainted: () => new Promise((done) => subplot().map.once("idle", done)),
    },
    blank: {
      ready: () => Boolean(document.getElementById("swatch")?.style.backgroundColor),
      repainted: () => mutation(document.getElementById("swatch"), { attributeFilter: ["style"] }, () => true),
    },
  };

  /** Milliseconds from the start of the navigation to the first painted state. */
  async function open(kind) {
    while (!kinds[kind].ready()) {
      await frame();
      if (performance.now() > LONGEST) throw new Error(`No first paint of ${kind} in ${LONGEST} ms`);
    }
    return frames();
  }

  /** Milliseconds until the map that can be clicked has taken the place of the first picture. */
  async function live() {
    while (!choropleth(LIVE) || document.querySelector(FIRST)) {
      await frame();
      if (performance.now() > LONGEST) throw new Error(`No live map in ${LONGEST} ms`);
    }
    return frames();
  }

  async function timed(kind, act) {
    const repainted = kinds[kind].repainted();
    const start = performance.now();
    act();
    await Promise.race([repainted, late(`a repaint of ${kind}`)]);
    return (await frames()) - start;
  }

  /** As a person does: another option of a native drop-down. */
  function choose(kind, id, value) {
    const control = document.getElementById(id);
    const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set;
    return timed(kind, () => {
      set.call(control, value);
      control.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  /** For a control that is not native: its value, as its own script would set it. */
  const assign = (kind, id, value) => timed(kind, () => window.dash_clientside.set_props(id, { value }));

  const opened = {};
  for (const kind of Object.keys(kinds)) opened[kind] = () => open(kind);
  return { opened, live, choose, assign };
})();
