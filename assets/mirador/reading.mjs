// The views that are read: links that keep what was chosen, and parts that open when linked to.

/**
 * A link to another view, with what this address says; what the link says itself comes first, and
 * what it leaves empty is left behind.
 */
export function carried(href, search) {
  const [address, part] = href.split("#");
  const [path, own = ""] = address.split("?");
  const kept = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(own)) value ? kept.set(name, value) : kept.delete(name);
  const query = kept.toString().replaceAll("%2C", ",");
  return (query ? `${path}?${query}` : path) + (part ? `#${part}` : "");
}

const MOST_COMPARED = 4;

/** Where the comparison begins: with what was compared, chosen together, or looked at last. */
export function compared(search) {
  const query = new URLSearchParams(search);
  const codes = query.get("comparar") || query.get("seleccion") || query.get("municipio");
  return codes ? `/comparar?comparar=${codes.split(",").slice(0, MOST_COMPARED).join(",")}` : "/comparar";
}

const TABLES = { "/": "mapa", "/comparar": "comparar&periodo=", "/brechas": "brechas", "/lugares": "lugares" };

/** The rows behind the view at `path`; of a view without rows of its own, those that were looked at. */
export function rowsOf(path) {
  const [, municipality] = path.match(/^\/municipio\/(\d+)$/) ?? [];
  if (municipality) return `/datos?tabla=ficha&municipio=${municipality}`;
  return TABLES[path] ? `/datos?tabla=${TABLES[path]}` : "/datos";
}

/** Where a view of the header begins, for a reader who is at `path`. */
export function begun(href, path, search) {
  if (href.split("?")[0] === "/comparar") return compared(search);
  return href.split("?")[0] === "/datos" ? rowsOf(path) : href;
}

/** Writes the address into a link just before it is followed. */
export function carryOn(link) {
  if (!link) return;
  const href = link.getAttribute("href");
  const { pathname, search } = location;
  link.setAttribute("href", carried(link.closest(".top nav") ? begun(href, pathname, search) : href, search));
}

/** Opens and shows the part of the page that the address names. */
export function reveal(hash) {
  const part = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!part) return;
  for (let around = part; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
  part.scrollIntoView();
}

/** On a phone the header is wider than the screen: the view that is open is seen in it. */
export function showCurrent() {
  const current = document.querySelector(".top nav [aria-current]");
  if (!current) return;
  const middle = (element) => { const { left, width } = element.getBoundingClientRect(); return left + width / 2; };
  current.parentElement.scrollLeft += middle(current) - middle(current.parentElement);
}
