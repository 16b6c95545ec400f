// Where Leaflet will put things: its Web Mercator in whole pixels, its choice of zoom. Pure functions.

const TILE = 256;
const NEARLY = 0.01;
const WIDE_PX = 992;

/** Whether the cards float over the map, which leaves them its right side. */
export const isWide = () => window.innerWidth >= WIDE_PX;

/** Pixels of a world that is `TILE * 2 ** zoom` wide, from longitude and latitude in degrees. */
export function projected([lon, lat], zoom) {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [size * (lon / 360 + 0.5), size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

/** Zoom and upper left corner in which a box fits a map, as `fitBounds` finds them. */
export function framed([[south, west], [north, east]], [width, height], { left, top, right, bottom }, { minZoom, maxZoom, snap }) {
  const [x0, y1] = projected([west, south], 0);
  const [x1, y0] = projected([east, north], 0);
  const fits = Math.log2(Math.min((width - left - right) / (x1 - x0), (height - top - bottom) / (y1 - y0)));
  const steps = Math.floor(Math.round(fits / (snap * NEARLY)) * NEARLY + 1e-9) * snap;
  const zoom = Math.max(minZoom, Math.min(maxZoom, steps));
  const middle = [((x0 + x1) / 2) * 2 ** zoom + (right - left) / 2, ((y0 + y1) / 2) * 2 ** zoom + (bottom - top) / 2];
  return { zoom, origin: [Math.round(middle[0] - width / 2), Math.round(middle[1] - height / 2)] };
}

/** Frames the map of a layout for a page that is narrow: its cards are below, and it has all the room. */
export function unpadded(node, id) {
  if (Array.isArray(node)) return node.forEach((child) => unpadded(child, id));
  const { props } = node ?? {};
  if (props?.id !== id) return props && unpadded(props.children, id);
  const { paddingTopLeft } = props.boundsOptions;
  props.boundsOptions = { paddingTopLeft, paddingBottomRight: paddingTopLeft };
}

/** Arcs in degrees as pixels of a frame, flat: `[x, y, x, y…]`; steps of less than a pixel are left out. */
export const drawn = (arcs, frame) => arcs.map((arc) => line(arc, frame));

function line(arc, { zoom, origin: [left, top] }) {
  const points = [];
  let [lastX, lastY] = [Infinity, Infinity];
  arc.forEach((at, i) => {
    const [x, y] = projected(at, zoom);
    const [px, py] = [Math.round(x) - left, Math.round(y) - top];
    if ((px - lastX) ** 2 + (py - lastY) ** 2 <= 1 && i < arc.length - 1) return;
    points.push(px, py);
    [lastX, lastY] = [px, py];
  });
  return points;
}

const RINGS = { Polygon: (arcs) => arcs, MultiPolygon: (arcs) => arcs.flat(), LineString: (arcs) => [arcs], MultiLineString: (arcs) => arcs };

/** Path of a member of a topology over drawn arcs, or `""` where it lies outside of the picture. */
export function outlined({ type, arcs }, lines, [width, height]) {
  const rings = RINGS[type](arcs);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const number of rings.flat()) widen(box, lines[number < 0 ? ~number : number]);
  if (box[0] > width || box[1] > height || box[2] < 0 || box[3] < 0) return "";
  const close = type.endsWith("Polygon") ? "Z" : "";
  return rings.map((numbers) => ring(numbers, lines) + close).join("");
}

function widen(box, points) {
  for (let i = 0; i < points.length; i += 2) {
    box[0] = Math.min(box[0], points[i]);
    box[1] = Math.min(box[1], points[i + 1]);
    box[2] = Math.max(box[2], points[i]);
    box[3] = Math.max(box[3], points[i + 1]);
  }
}

/** A negative arc number n means arc ~n backwards; arcs of a ring share the points where they meet. */
function ring(numbers, lines) {
  let path = "";
  for (const number of numbers) {
    const points = lines[number < 0 ? ~number : number];
    const last = points.length - 2;
    for (let i = path ? 2 : 0; i <= last; i += 2) {
      const at = number < 0 ? last - i : i;
      path += `${path ? "L" : "M"}${points[at]} ${points[at + 1]}`;
    }
  }
  return path;
}
