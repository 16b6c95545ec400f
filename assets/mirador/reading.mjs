// The views that are read: links that keep what was chosen, and parts that open when linked to.

/** A link to another view, with what this address says; what the link says itself comes first. */
export function carried(href, search) {
  const [path, own = ""] = href.split("?");
  const kept = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(own)) kept.set(name, value);
  const query = kept.toString().replaceAll("%2C", ",");
  return query ? `${path}?${query}` : path;
}

/** Writes the address into a link just before it is followed. */
export function carryOn(link) {
  if (link) link.setAttribute("href", carried(link.getAttribute("href"), location.search));
}

/** Opens and shows the part of the page that the address names. */
export function reveal(hash) {
  const part = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!part) return;
  for (let around = part; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
  part.scrollIntoView();
}
