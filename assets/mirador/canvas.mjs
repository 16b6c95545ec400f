// Areas drawn as one picture, where there are more of them than a page of paths can carry. Patterns
// are those of the document, colours those of the theme: a canvas knows neither by itself.

/** More paths than this, or more points, make a page of paths slow to repaint; measured in docs/geometria.md. */
export const MOST_PATHS = 2500;
export const MOST_POINTS = 250_000;

const pointsOf = ({ coordinates }) => coordinates.flat(coordinates[0][0][0][0] === undefined ? 1 : 2).length;

/** Whether areas are too many, or too finely drawn, for one path each. */
export function tooMany(features) {
  if (features.length > MOST_PATHS) return true;
  let points = 0;
  return features.some(({ geometry }) => (points += pointsOf(geometry)) > MOST_POINTS);
}

const inks = new Map();

/** Forgets the colours of a theme. */
export const forgetInks = () => inks.clear();

/** A style whose colours and patterns a canvas understands. */
export const inked = (style) => ({ ...style, ...(style.color && { color: ink(style.color) }), ...(style.fillColor && { fillColor: ink(style.fillColor) }) });

function ink(paint) {
  if (!inks.has(paint)) inks.set(paint, made(paint));
  return inks.get(paint);
}

function made(paint) {
  const pattern = /^url\(#(.+)\)$/.exec(paint);
  return pattern ? patterned(document.getElementById(pattern[1])) : resolved(paint);
}

/** `var(--name)` as the colour that it stands for now; any other colour as it is. */
export function resolved(paint) {
  const name = /^var\((--[\w-]+)\)$/.exec(paint);
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name[1]).trim() : paint;
}

/** An SVG pattern of the document as a canvas repeats it. */
function patterned(pattern) {
  const tile = document.createElement("canvas");
  const number = (element, name) => Number(element.getAttribute(name) ?? 0);
  tile.width = number(pattern, "width");
  tile.height = number(pattern, "height");
  const pen = tile.getContext("2d");
  for (const part of pattern.children) {
    pen.fillStyle = resolved(part.getAttribute("fill") ?? "");
    pen.strokeStyle = resolved(part.getAttribute("stroke") ?? "");
    if (part.tagName === "rect") pen.fillRect(number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
    else if (part.tagName === "circle") {
      pen.beginPath();
      pen.arc(number(part, "cx"), number(part, "cy"), number(part, "r"), 0, 2 * Math.PI);
      pen.fill();
    } else pen.stroke(new Path2D(part.getAttribute("d")));
  }
  const repeated = pen.createPattern(tile, "repeat");
  const turn = pattern.patternTransform.baseVal.consolidate()?.matrix;
  if (turn) repeated.setTransform(turn);
  return repeated;
}

let renderer = null;

/** The one renderer of the areas. */
export const canvas = () => (renderer ??= window.L.canvas({ pane: "territories", padding: 0.3 }));

/** Draws what has changed without waiting for the next frame: a printer waits for none. */
export const drawNow = () => canvas()._redraw();
