// Light or dark: as the system says, until the reader chooses. The document sets the theme before it
// draws anything, with the same rule; here it follows what changes later.

const KEY = "mirador-tema";

/** The theme to show: the one that was chosen, else that of the system. */
export const themeOf = (chosen, systemIsDark) => (chosen === "dark" || chosen === "light" ? chosen : systemIsDark ? "dark" : "light");

/** What to remember after a change to the other theme: nothing where the system says the same. */
export function afterSwitch(shown, systemIsDark) {
  const next = shown === "dark" ? "light" : "dark";
  return next === themeOf("", systemIsDark) ? "" : next;
}

/** What a storage says; a browser that forbids or lacks it says nothing. */
export function read(storage) {
  try {
    return storage().getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Remembers a choice where there is room for it; elsewhere it lasts as long as the page. */
export function write(storage, chosen) {
  try {
    if (chosen) storage().setItem(KEY, chosen);
    else storage().removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** Follows the switch, the system and the other tabs. */
export function setUpTheme() {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const storage = () => window.localStorage;
  const root = document.documentElement;
  let chosen = read(storage);
  const show = () => { root.dataset.bsTheme = themeOf(chosen, system.matches); };
  show();
  system.addEventListener("change", show);
  window.addEventListener("storage", ({ key }) => {
    if (key !== KEY && key !== null) return;
    chosen = read(storage);
    show();
  });
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("#page-theme")) return;
    chosen = afterSwitch(root.dataset.bsTheme, system.matches);
    write(storage, chosen);
    show();
  });
}
