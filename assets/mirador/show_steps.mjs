// What keys, clicks and swipes mean in a show, and its clock. Pure functions; no page.

const STEPS = new Map(Object.entries({
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last",
}));
const DEEDS = new Map(Object.entries({ f: "full", n: "notes", c: "contrast", b: "blank", ".": "blank", Escape: "list" }));

/** What a key asks for: a step, a deed, or nothing; keys with Ctrl, Alt or Meta are the browser's. */
export function askedBy({ key, ctrlKey = false, altKey = false, metaKey = false, shiftKey = false }) {
  if (ctrlKey || altKey || metaKey) return "";
  if (key === " " && shiftKey) return "previous";
  return STEPS.get(key) ?? DEEDS.get(key.length === 1 ? key.toLowerCase() : key) ?? "";
}

/** The scene that a step leads to, from 0; it stops at both ends. */
export function stepped(step, at, of) {
  const wanted = { next: at + 1, previous: at - 1, first: 0, last: of - 1 }[step] ?? at;
  return Math.min(Math.max(wanted, 0), of - 1);
}

/** What a click means: the left quarter goes back, the rest goes on. */
export const clicked = (x, width) => (x < width / 4 ? "previous" : "next");

const SHORTEST = 48;

/** What a swipe means: to the left goes on; what is short or rather vertical is none. */
export function swiped(dx, dy) {
  if (Math.abs(dx) < SHORTEST || Math.abs(dx) < Math.abs(dy) * 1.5) return "";
  return dx < 0 ? "next" : "previous";
}

/** The scene that an address names, from 0: `#3` is the third. */
export function sceneOf(hash, of) {
  const n = /^#[0-9]{1,3}$/.test(hash) ? Number(hash.slice(1)) : 1;
  return Math.min(Math.max(n, 1), of) - 1;
}

/** Milliseconds as minutes and seconds, hours where there are any: `1:02:03`. */
export function clock(ms) {
  const all = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A stopwatch `{since, kept}`: `since` is 0 while it stands. */
export const elapsed = ({ since, kept }, now) => kept + (since ? now - since : 0);
export const toggled = (watch, now) => (watch.since ? { since: 0, kept: elapsed(watch, now) } : { since: now, kept: watch.kept });

export const THEMES = ["light", "dark", "more"];

/** The theme after this one: light, dark, high contrast, and round again. */
export const followingTheme = (theme) => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
