// The comparison: whom one adds is written into the address, which the server answers.

import { setUpCombobox } from "./combobox.mjs";
import { carried } from "./reading.mjs";

const MOST = 4;

/** Where some territories are compared, the ones at hand first, each once, four at most. */
export function comparing(codes, more) {
  const all = [...new Set([...codes.split(","), more])].filter(Boolean);
  return `/comparar?comparar=${all.slice(0, MOST).join(",")}`;
}

/** Makes the picker of the comparison work, where the page has it. */
export function setUpComparing() {
  const box = document.querySelector(".compare .combobox");
  if (box) setUpCombobox(box, ({ code }) => location.assign(carried(comparing(box.dataset.codes, code), location.search)));
}
