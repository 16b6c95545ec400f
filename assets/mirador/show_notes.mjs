// The window of whoever presents: notes, what follows, a clock. It is written from here and asks for
// nothing, so that it opens without a network; both windows speak over a channel of their own.

import { fill } from "./format.mjs";
import { askedBy, clock, elapsed, toggled } from "./show_steps.mjs";

const TICK_MS = 500;

const SHEET = `
  body { margin: 0; padding: 24px; font: 22px/1.45 system-ui, sans-serif; background: #10181d; color: #e8eef0; }
  h1 { font-size: 26px; margin: 0 0 12px; } .of { font-size: 22px; color: #b9c5ca; margin: 0; }
  .notes { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 70ch; }
  .next { color: #b9c5ca; border-top: 1px solid #6f808a; padding-top: 12px; }
  .time { font-size: 44px; font-variant-numeric: tabular-nums; margin: 0 16px 0 0; }
  .row { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin: 0 0 16px; }
  button { font: inherit; font-size: 18px; min-height: 44px; padding: 0 16px; border-radius: 8px; border: 1px solid #6f808a; background: #172229; color: inherit; }
  :focus-visible { outline: 3px solid #aab0f5; outline-offset: 2px; }
`;

/** Writes the window and keeps it; `name` is that of the channel. */
export function notesWindow(child, name, words) {
  const { document: page } = child;
  const make = (tag, className, text = "") => Object.assign(page.createElement(tag), { className, textContent: text });
  page.documentElement.lang = words.language;
  page.title = `${words.notes} · ${words.title}`;
  page.head.replaceChildren(make("style", "", SHEET));
  const [of, title, notes, next] = [make("p", "of"), make("h1", ""), make("p", "notes"), make("p", "next")];
  const time = Object.assign(make("p", "time", "0:00"), { role: "timer", ariaLabel: words.elapsed });
  const buttons = ["previous", "following", "start", "reset"].map((key) => Object.assign(make("button", key, words[key]), { type: "button" }));
  const row = make("div", "row");
  row.append(time, ...buttons);
  const main = make("main", "");
  main.append(row, of, title, notes, next);
  page.body.replaceChildren(main);

  const channel = new child.BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    if (data.closed) next.textContent = words.notes_closed;
    if (!data.scene) return;
    of.textContent = fill(words.progress, { n: data.scene.at + 1, of: data.scene.of });
    title.textContent = data.scene.title;
    notes.textContent = data.scene.notes || words.no_notes;
    next.textContent = data.scene.next ? fill(words.next_is, data.scene.next) : words.last_scene;
  };
  const ask = (step) => channel.postMessage({ step });

  let watch = { since: Date.now(), kept: 0 };
  const tick = () => {
    time.textContent = clock(elapsed(watch, Date.now()));
    buttons[2].textContent = watch.since ? words.pause : words.start;
  };
  buttons[0].addEventListener("click", () => ask("previous"));
  buttons[1].addEventListener("click", () => ask("next"));
  buttons[2].addEventListener("click", () => { watch = toggled(watch, Date.now()); tick(); });
  buttons[3].addEventListener("click", () => { watch = { since: watch.since && Date.now(), kept: 0 }; tick(); });
  page.addEventListener("keydown", (event) => {
    const asked = askedBy(event);
    const pressed = event.target.closest?.("button") && (event.key === " " || event.key === "Enter");
    if (pressed || !["next", "previous", "first", "last", "blank"].includes(asked)) return;
    event.preventDefault();
    ask(asked);
  });
  child.setInterval(tick, TICK_MS);
  tick();
  channel.postMessage({ hello: true });
}
