// The view of gaps: what is chosen is written into the address, which the server answers.

const EQUAL = "1,1,1,1,1,1,1";
const DEFAULTS = { ambito: "frontera_venezuela", municipio: "", ocupados: "1", pesos: "", contra: "departamento", programa: "", componente: "", sexo: "total", eje: "", tipo: "", grupo: "", periodo: "" };

/** The address of a choice: what is as usual is left out, the rest of the address stays. */
export function gapSearch(search, chosen) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(chosen)) {
    if (value === DEFAULTS[name] || (name === "pesos" && value === EQUAL)) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** Makes the form and the rows of the matrix work, where the page has them. */
export function setUpGaps() {
  const form = document.querySelector(".gap-form");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = [...form.querySelectorAll("[data-field]")].map(({ dataset, value }) => [dataset.field, value]);
    const weights = [...form.querySelectorAll("[data-weight]")].map(({ value }) => value || "0");
    location.assign(location.pathname + gapSearch(location.search, { ...Object.fromEntries(fields), pesos: weights.join(",") }));
  });
  document.querySelectorAll("[data-municipality]").forEach((link) => {
    const { municipality } = link.dataset;
    link.setAttribute("href", `${location.pathname}${gapSearch(location.search, { municipio: municipality })}#municipio`);
  });
}
