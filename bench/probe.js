// Runs in every contender's page before its own scripts. Times from an event to repainted pixels:
// what was seen to change, and then two animation frames, for all contenders alike.
window.bench = (() => {
  const LONGEST = 20000;
  const PAN_MS = 1000;
  const REACH = 120;
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
      surface: () => document.getElementById("map-map"),
      where: () => document.querySelector("#map-map .leaflet-map-pane").style.transform,
    },
    naive: {
      ready: hasShapes,
      repainted: () => new Promise((done) => subplot().map.once("idle", done)),
      surface: () => document.querySelector(".maplibregl-canvas"),
      where: () => String(subplot().map.getCenter()),
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

  /** Frames per second of a drag of a second, in which the map follows the pointer in every frame. */
  async function pan(kind) {
    const { surface, where } = kinds[kind];
    const { left, top, width, height } = surface().getBoundingClientRect();
    const at = (step) => [left + width / 3 + REACH * Math.sin(step / 9), top + height / 2 + (REACH / 2) * Math.sin(step / 14)];
    const fire = (type, step) => {
      const [clientX, clientY] = at(step);
      const pressed = { bubbles: true, cancelable: true, view: window, button: 0, buttons: type === "mouseup" ? 0 : 1 };
      surface().dispatchEvent(new MouseEvent(type, { ...pressed, clientX, clientY }));
    };
    const places = new Set([where()]);
    fire("mousedown", 0);
    const start = await frame();
    let now = start;
    let frames = 0;
    for (; now - start < PAN_MS; frames += 1) {
      fire("mousemove", frames + 1);
      now = await frame();
      places.add(where());
    }
    fire("mouseup", frames);
    if (places.size < frames / 4) throw new Error(`${kind} did not follow the pointer: ${places.size} places in ${frames} frames`);
    return Math.round((frames * 1000) / (now - start));
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

  const small = () => [...document.querySelectorAll("svg.small .areas")];
  const show = (maps) => window.dash_clientside.set_props("map-picked", { data: { maps, at: Date.now() } });
  const until = async (holds, what) => {
    const start = performance.now();
    while (!holds()) {
      await frame();
      if (performance.now() - start > LONGEST) throw new Error(`Not seen in ${LONGEST} ms: ${what}`);
    }
  };

  /** Milliseconds until all small maps of a kind are painted, and how many they are; then they go. */
  async function many(kind) {
    const start = performance.now();
    show(kind);
    await until(() => small().length && small().every((map) => filled(map.querySelector("path"))), "small maps");
    const ms = (await frames()) - start;
    const maps = small().length;
    show("");
    await until(() => !small().length, "no small maps");
    return [ms, maps];
  }

  const opened = {};
  for (const kind of Object.keys(kinds)) opened[kind] = () => open(kind);
  return { opened, live, pan, choose, assign, many };
})();
