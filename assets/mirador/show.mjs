// A show: one scene at a time, by keys, clicker, touch, click or from the window of notes.
// Every scene is in the document already: from here on nothing is asked of the network.

import { fill } from "./format.mjs";
import { notesWindow } from "./show_notes.mjs";
import { THEMES, askedBy, clicked, followingTheme, sceneOf, stepped, swiped } from "./show_steps.mjs";
import { read, write } from "./theme.mjs";

const IDLE_MS = 2500;

const words = JSON.parse(document.getElementById("show-words").textContent);
const scenes = [...document.querySelectorAll(".scene")];
const said = document.querySelector(".said");
const black = document.querySelector(".black");
const list = document.getElementById("scenes");
const root = document.documentElement;
const channelName = `mirador-mesa-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
const channel = new BroadcastChannel(channelName);
let at = sceneOf(location.hash, scenes.length);

const told = () => ({
  at, of: scenes.length, title: scenes[at].dataset.title, notes: scenes[at].dataset.notes,
  next: scenes[at + 1]?.dataset.title ?? "",
});

/** Shows the scene that is next and says which it is. */
function show({ focus = true } = {}) {
  scenes.forEach((scene, i) => { scene.hidden = i !== at; });
  history.replaceState(null, "", `#${at + 1}`);
  said.textContent = `${fill(words.progress, { n: at + 1, of: scenes.length })}: ${scenes[at].dataset.title}`;
  list.querySelectorAll("[data-scene]").forEach((button, i) => button.toggleAttribute("aria-current", i === at));
  if (focus) scenes[at].querySelector("h2").focus({ preventScroll: true });
  channel.postMessage({ scene: told() });
}

function go(step) {
  if (!black.hidden) {
    black.hidden = true;
    return;
  }
  const wanted = stepped(step, at, scenes.length);
  root.classList.add("begun");
  if (wanted === at) return;
  at = wanted;
  show();
}

/** The theme of the moment: one of the two of every page, or high contrast, which only a show has. */
const theme = () => (root.dataset.contrast === "more" ? "more" : root.dataset.bsTheme);

function paint(next) {
  if (next === "more") root.dataset.contrast = "more";
  else delete root.dataset.contrast;
  if (next !== "more") root.dataset.bsTheme = next;
}

function contrast() {
  const next = followingTheme(theme());
  paint(next);
  if (next !== "more") write(() => window.localStorage, next);
  say(words.themes[next]);
}

const say = (sentence) => { said.textContent = sentence; };

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {});
}

function notes() {
  const child = window.open("", channelName, "popup,width=760,height=620");
  if (!child) {
    document.querySelector(".hint").textContent = words.notes_blocked;
    say(words.notes_blocked);
    return;
  }
  if (!child.document.querySelector("main")) notesWindow(child, channelName, words);
  child.focus();
}

function listed() {
  if (document.fullscreenElement) return; // the browser leaves full screen by itself
  if (list.open) list.close();
  else list.showModal();
}

const DEEDS = {
  full, notes, contrast, list: listed,
  blank: () => { black.hidden = !black.hidden; },
  following: () => go("next"),
};
const act = (asked) => (DEEDS[asked] ?? (() => go(asked)))();

document.addEventListener("keydown", (event) => {
  if (list.open) return; // a dialog has its own keys, Escape among them
  const asked = askedBy(event);
  const pressed = event.target.closest?.("button, a") && (event.key === " " || event.key === "Enter");
  if (!asked || pressed) return;
  event.preventDefault();
  act(asked);
});

document.addEventListener("click", ({ target, clientX }) => {
  const button = target.closest("[data-do]");
  const jump = target.closest("[data-scene]");
  if (button) act(button.dataset.do);
  else if (jump) {
    at = Number(jump.dataset.scene) - 1;
    list.close();
    show();
  } else if (target === list) list.close();
  else if (!target.closest("dialog, a, .bar") && !String(getSelection())) go(clicked(clientX, innerWidth));
});

let began = null;
document.addEventListener("touchstart", ({ changedTouches: [touch] }) => { began = touch; }, { passive: true });
document.addEventListener("touchend", (event) => {
  const [touch] = event.changedTouches;
  const step = began ? swiped(touch.clientX - began.clientX, touch.clientY - began.clientY) : "";
  began = null;
  if (!step || list.open) return;
  event.preventDefault(); // no click follows: a swipe is one step
  go(step);
});

let idle = 0;
document.addEventListener("pointermove", () => {
  root.classList.add("pointed");
  clearTimeout(idle);
  idle = setTimeout(() => root.classList.remove("pointed"), IDLE_MS);
});

channel.onmessage = ({ data }) => {
  if (data.hello) channel.postMessage({ scene: told() });
  else if (data.step) act(data.step);
};
window.addEventListener("pagehide", () => channel.postMessage({ closed: true }));
window.addEventListener("hashchange", () => {
  at = sceneOf(location.hash, scenes.length);
  show();
});

const wanted = matchMedia("(prefers-contrast: more)").matches ? "more" : read(() => window.localStorage);
if (THEMES.includes(wanted)) paint(wanted);
root.classList.add("scripted");
show({ focus: false });
