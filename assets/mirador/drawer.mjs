// On a narrow screen list and panel are a drawer at the foot of the map: closed, only its tabs show.

let last;

const side = () => document.querySelector(".side");

/** Opens the drawer; on a wide screen list and panel are always open. */
const open = () => side()?.setAttribute("data-open", "");

/** Closes the drawer; whether it was one and open. */
export function closeDrawer() {
  const drawer = side();
  if (!drawer?.hasAttribute("data-open")) return false;
  drawer.removeAttribute("data-open");
  return getComputedStyle(drawer).position === "fixed";
}

/** Opens the drawer when another municipality is chosen. */
export function follow(municipality) {
  if (municipality && municipality !== last) open();
  last = municipality;
}

/** Listens once for the whole page. */
export function setUpDrawer() {
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("#side-close")) closeDrawer();
    else if (target.closest?.(".side [role=tab]")) open();
  });
}
