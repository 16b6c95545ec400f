// Page elements written by hand. Dash components would do, but Dash looks at every component of the
// page at every change, and a list of a thousand rows makes that unbearable.

const SVG = "http://www.w3.org/2000/svg";
const ATTRIBUTES = { className: "class", htmlFor: "for", textAnchor: "text-anchor" };

const make = (create) => (type, props = {}, ...children) => {
  const element = create(type.toLowerCase());
  for (const [name, value] of Object.entries(props)) {
    if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(ATTRIBUTES[name] ?? name, value);
  }
  element.append(...children.flat().filter((child) => child !== ""));
  return element;
};

/** An HTML element: `html("P", {className: "note"}, "text", other)`. Text is never read as HTML. */
export const html = make((type) => document.createElement(type));

/** An SVG element. */
export const svg = make((type) => document.createElementNS(SVG, type));

const PLAIN = new Set(["children", "style", "className", "textAnchor"]);

/** Writes a tree of Dash components, as Python sends it, as plain elements. */
export function written(node) {
  if (node === null || node === undefined) return "";
  if (Array.isArray(node)) return node.map(written);
  if (typeof node !== "object") return String(node);
  const { children, ...props } = node.props;
  const kept = Object.entries(props).filter(([name, value]) => value !== null && (PLAIN.has(name) || safe(name, value)));
  const create = node.namespace === "dash_svg" ? svg : html;
  return create(node.type, Object.fromEntries(kept), ...[written(children)].flat(Infinity));
}

/** Attributes that a tree may carry: no scripts, and links to the web only. */
function safe(name, value) {
  if (name.startsWith("on") || name === "n_clicks") return false;
  return name !== "href" || /^(https?:\/\/|\/|#)/.test(value);
}

/** Replaces what a container shows, keeping what was opened and which button had the focus. */
export function mount(id, ...children) {
  const container = document.getElementById(id);
  const opened = [...container.querySelectorAll("details")].map(({ open }) => open);
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.pick : undefined;
  container.replaceChildren(...children.flat().filter((child) => child !== ""));
  container.querySelectorAll("details").forEach((details, i) => { details.open = opened[i] ?? false; });
  if (focused) container.querySelector(`[data-pick="${CSS.escape(focused)}"]`)?.focus();
}
