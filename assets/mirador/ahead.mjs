// What a reader is likely to choose next, so that it is here before it is asked for.

import { changed, valuesAddress } from "./address.mjs";

const AFTER = 2;
const CHANGES_NUMBERS = new Set(["ambito", "departamento", "indicador", "sector", "grupo", "sexo"]);

/** Values that stand next to the chosen one: two after it and the one before. */
export function beside(values, chosen) {
  const at = values.indexOf(chosen);
  return at < 0 ? [] : [...values.slice(at + 1, at + 1 + AFTER), ...values.slice(Math.max(0, at - 1), at)];
}

/** Addresses of the numbers that a reader who goes to the filter `name`, of `values`, may want. */
export function likely(name, values, selection, catalogue) {
  if (!CHANGES_NUMBERS.has(name)) return [];
  return beside(values, selection[name]).map((value) => valuesAddress(changed(selection, name, value), catalogue));
}
