// Numbers as a reader in Colombia writes them, and sentences with fields.

const writers = new Map();

/** `1234.5` with one decimal is `1.234,5` in Spanish and `1,234.5` in English. */
export function number(value, decimals, language) {
  const key = `${language} ${decimals}`;
  if (!writers.has(key)) {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: "always" };
    writers.set(key, new Intl.NumberFormat(language === "es" ? "es-CO" : "en", options));
  }
  return writers.get(key).format(value);
}

/** A value of a slice in its decimals; differences carry their sign. */
export const valueWords = (value, { decimals, signed }, language) => `${signed && value > 0 ? "+" : ""}${number(value, decimals, language)}`;

/** Fills `{}` and `{name}` of a sentence. */
export function fill(sentence, ...values) {
  let next = 0;
  const named = typeof values[0] === "object" ? values[0] : {};
  return sentence.replace(/\{(\w*)\}/g, (_, name) => (name ? named[name] : values[next++]));
}

/** `va de **6** a **9**` as pieces: text at even places, bold at odd ones. */
export function pieces(sentence) {
  return sentence.split(/\*\*(.+?)\*\*/);
}
