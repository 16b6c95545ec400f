"""How activity is spread over sections and territories: quotients and concentration."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators import units
from indicators.measures.spec import Answer, Measure
from indicators.spec import Text

COVERED_SHARE: Final = 0.95
"""Part of the total that the known sections must hold for a concentration to be computed."""

LOCATION_QUOTIENT: Final = Measure(
    key="cociente_de_localizacion",
    title=Text("Cociente de localización", "Location quotient"),
    definition=Text(
        "Cuántas veces pesa una sección en el territorio lo que pesa en la referencia: más de 1 es "
        "especialización.",
        "How many times a section weighs here what it weighs in the reference: above 1 is "
        "specialisation.",
    ),
    formula=Text(
        "(Sección ÷ total del territorio) ÷ (sección ÷ total de la referencia).",
        "(Section ÷ total of the territory) ÷ (section ÷ total of the reference).",
    ),
    unit=units.TIMES,
    universe=Text(
        "Ocupados, vacantes o unidades productivas por sección CIIU.",
        "Employed people, vacancies or productive units by CIIU section.",
    ),
    reference="Florence (1939); Isard, Methods of Regional Analysis (1960)",
    caveat=Text(
        "Territorio y referencia deben ser del mismo periodo y la misma serie; con totales "
        "pequeños salta mucho de un año a otro.",
        "Territory and reference must be of the same period and series; with small totals it "
        "jumps from year to year.",
    ),
    keys=("ocupados_por_rama", "vacantes", "unidades_productivas"),
    function="indicators.measures.structure.location_quotients",
)

HERFINDAHL: Final = Measure(
    key="concentracion_herfindahl",
    title=Text("Concentración (Herfindahl)", "Concentration (Herfindahl)"),
    definition=Text(
        "Cuánto depende el territorio de pocas secciones: 1 es una sola; 1/21, todas iguales.",
        "How much the territory depends on few sections: 1 is a single one; 1/21, all equal.",
    ),
    formula=Text(
        "Suma de los cuadrados de las participaciones de las secciones.",
        "Sum of the squares of the shares of the sections.",
    ),
    unit=units.INDEX,
    universe=Text("Secciones CIIU con cifra.", "CIIU sections with a figure."),
    reference="Hirschman (1945); Herfindahl (1950)",
    caveat=Text(
        "No se calcula si las secciones conocidas suman menos del 95 % del total.",
        "Not computed where the known sections add up to less than 95 % of the total.",
    ),
    keys=("ocupados_por_rama", "vacantes", "unidades_productivas"),
    function="indicators.measures.structure.herfindahl",
)

THEIL: Final = Measure(
    key="desigualdad_theil",
    title=Text("Concentración territorial (Theil)", "Territorial concentration (Theil)"),
    definition=Text(
        "Cuánto se aparta el reparto de los migrantes del de la población: 0 es el mismo reparto. "
        "Se separa en la parte entre departamentos y la parte dentro de ellos.",
        "How far the distribution of migrants departs from that of the population: 0 is the same. "
        "It splits into the part between departments and the part within them.",
    ),
    formula=Text(
        "Suma de s·ln(s ÷ p), con s la parte de los migrantes y p la de la población; entre "
        "grupos con las sumas de cada grupo, dentro con cada grupo como un todo.",
        "Sum of s·ln(s ÷ p), where s is the share of migrants and p that of the population; "
        "between groups with each group's sums, within with each group as a whole.",
    ),
    unit=units.INDEX,
    universe=Text(
        "Municipios con ambas cifras; los demás se cuentan aparte.",
        "Municipalities with both figures; the others are counted apart.",
    ),
    reference="Theil, Economics and Information Theory (1967), cap. 4",
    caveat=Text(
        "Describe los municipios con dato: con pocos, no habla del ámbito.",
        "It describes the municipalities with data: with few, it does not speak of the scope.",
    ),
    keys=("poblacion_migrante_venezolana", "poblacion"),
    function="indicators.measures.structure.theil",
)

PARTIAL: Final = Text(
    "No calculable: las secciones con cifra suman menos del 95 % del total.",
    "Not computable: the sections with a figure add up to less than 95 % of the total.",
)
IMPOSSIBLE: Final = Text(
    "No calculable: hay cifras negativas o el total es cero.",
    "Not computable: there are negative figures or the total is zero.",
)
NOBODY: Final = Text(
    "No calculable: ningún territorio tiene las dos cifras.",
    "Not computable: no territory has both figures.",
)


@dataclass(frozen=True, slots=True)
class Inequality:
    """Theil's index and its two parts; ``groups`` tells what each group adds to either.

    Attributes:
        left_out: territories without both figures.
        groups: indexed by group: ``share`` (of what is spread), ``between``, ``within``; each
            column adds up to 1, ``between`` and ``within``.
    """

    total: Answer
    between: float
    within: float
    left_out: int
    groups: pd.DataFrame


def location_quotients(
    counts: pd.DataFrame, totals: pd.Series, reference: pd.Series, reference_total: float
) -> pd.DataFrame:
    """Location quotient of each territory (row) and section (column).

    Args:
        counts: counts by territory and section.
        totals: published total of each territory, not the sum of known sections.
        reference: counts of the reference by section.
        reference_total: its published total.

    Returns:
        Missing where any of the four terms is, or where a total or the reference is zero.
    """
    whole = reference_total if reference_total > 0 else np.nan
    here = counts.div(totals.where(totals > 0), axis=0)
    there = reference.where(reference > 0) / whole
    return here.div(there.reindex(counts.columns), axis=1)


def herfindahl(counts: pd.Series, total: float) -> Answer:
    """Herfindahl index of ``counts`` by section over their published ``total``, 0 to 1."""
    known = counts.dropna()
    if not total > 0 or (known < 0).any():
        return Answer(None, IMPOSSIBLE)
    shares = known / total
    if shares.sum() < COVERED_SHARE:
        return Answer(None, PARTIAL)
    return Answer(float((shares**2).sum()))


def theil(spread: pd.Series, over: pd.Series, groups: pd.Series) -> Inequality:
    """Theil's T of ``spread`` (migrants) over ``over`` (population), split by ``groups``.

    Args:
        spread: counts by territory code; zero is a count.
        over: counts by territory code that would be an even distribution.
        groups: group of each territory, such as its department.
    """
    both = pd.DataFrame({"s": spread, "p": over, "group": groups}).dropna()
    both = both[both["p"] > 0]
    left_out = len(spread) - len(both)
    none = pd.DataFrame(columns=["share", "between", "within"], dtype=float)
    if both.empty:
        return Inequality(Answer(None, NOBODY), 0.0, 0.0, left_out, none)
    if both["s"].sum() <= 0 or (both["s"] < 0).any():
        return Inequality(Answer(None, IMPOSSIBLE), 0.0, 0.0, left_out, none)
    parts = _by_group(both)
    between, within = float(parts["between"].sum()), float(parts["within"].sum())
    return Inequality(Answer(between + within), between, within, left_out, parts)


def _by_group(both: pd.DataFrame) -> pd.DataFrame:
    shares = both.assign(s=both["s"] / both["s"].sum(), p=both["p"] / both["p"].sum())
    sums = shares.groupby("group")[["s", "p"]].sum()
    single = _information(shares["s"], shares["p"]).groupby(shares["group"]).sum()
    between = _information(sums["s"], sums["p"])
    return pd.DataFrame({"share": sums["s"], "between": between, "within": single - between})


def _information(share: pd.Series, even: pd.Series) -> pd.Series:
    """``s·ln(s ÷ p)``, which is 0 where ``s`` is."""
    ratio = (share / even).where(share > 0, 1.0)
    return share * np.log(ratio)
