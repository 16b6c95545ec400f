"""Official layouts, recognised by their headers and turned into columns that a kind knows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from geodata.imports.kinds import Kind
from geodata.imports.periods import MONTHS
from geodata.imports.words import plain

AREAS: Final = {
    "total": "poblacion",
    "cabecera": "poblacion_cabecera",
    "cabecera municipal": "poblacion_cabecera",
    "centros poblados y rural disperso": "poblacion_rural",
    "resto": "poblacion_rural",
}
RATES: Final = {
    "tgp": "tasa_global_participacion",
    "tasa global de participacion": "tasa_global_participacion",
    "to": "tasa_ocupacion",
    "tasa de ocupacion": "tasa_ocupacion",
    "td": "tasa_desocupacion",
    "tasa de desocupacion": "tasa_desocupacion",
    "tasa de desempleo": "tasa_desocupacion",
    "ocupados": "ocupados",
    "desocupados": "desocupados",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One official layout.

    Attributes:
        kind: the kind of import that it feeds.
        headers: words that all have to be among the headers, each in one of its forms.
        turn: the table in columns that the kind recognises; rows keep their number.
    """

    key: str
    kind: str
    headers: tuple[frozenset[str], ...]
    turn: Callable[[pd.DataFrame], pd.DataFrame]


def adapted(table: pd.DataFrame, kind: Kind, chosen: Mapping[str, str]) -> tuple[str, pd.DataFrame]:
    """The key of the layout of ``table`` and its columns turned; as it is when none fits.

    A person who assigns columns decides everything: no layout is looked for.
    """
    headers = {plain(str(column)) for column in table.columns}
    fitting = [
        layout
        for layout in LAYOUTS
        if layout.kind == kind.name and all(headers & forms for forms in layout.headers)
    ]
    if chosen or not fitting:
        return "", table
    return fitting[0].key, fitting[0].turn(table)


def _column(table: pd.DataFrame, forms: Iterable[str]) -> str:
    by_header = {plain(str(column)): str(column) for column in table.columns}
    return next(by_header[form] for form in forms if form in by_header)


def _projections(table: pd.DataFrame) -> pd.DataFrame:
    """DANE, projections by area: one row per municipality and area, years in rows or columns."""
    area = _column(table, ("area geografica", "area"))
    code = _column(table, ("mpio", "dpmp", "codigo"))
    keys = table[area].map(plain).map(AREAS)
    named = table.rename(columns={code: "territory_code"}).drop(columns=area)
    totals = {c: "value" for c in named.columns if plain(str(c)) in ("total", "poblacion")}
    # An area that is not known stays as it is written, and the rules name it.
    return named.rename(columns=totals).assign(indicator=keys.fillna(table[area]))


def _survey(table: pd.DataFrame) -> pd.DataFrame:
    """GEIH, annex by city: rates in rows and moving quarters in columns."""
    concept = _column(table, ("concepto", "indicador"))
    keys = table[concept].map(plain).map(RATES).fillna(table[concept])
    city = _column(table, ("ciudad", "dominio", "ciudades"))
    renamed = table.rename(columns={city: "territory_code"}).drop(columns=concept)
    return renamed.assign(indicator=keys, series="geih2018|trimestre_movil")


def _vacancies(table: pd.DataFrame) -> pd.DataFrame:
    """SPE or SENA, one row per offer or per group of offers, with year and month apart."""
    year = _column(table, ("ano", "vigencia"))
    months = table[_column(table, ("mes",))].map(_month_number)
    renamed = table.drop(columns=_column(table, ("mes",))).rename(columns={year: "period"})
    return renamed.assign(period=table[year].str.strip() + months)


def _month_number(text: str) -> str:
    word = plain(text)
    if word.isdigit():
        return f"-{word:0>2}"
    short = word[: len("ene")]
    return f"-{MONTHS.index(short) + 1:02d}" if short in MONTHS else f"-{text}"


def _migration(table: pd.DataFrame) -> pd.DataFrame:
    """Migración Colombia, Venezuelans by municipality: women, men and total in columns."""
    sexes = {c: plain(str(c)) for c in table.columns if plain(str(c)) in SEX_COLUMNS}
    rest = table.drop(columns=list(sexes))
    parts = [
        rest.assign(value=table[column], sex=SEX_COLUMNS[word]) for column, word in sexes.items()
    ]
    return pd.concat(parts).assign(
        indicator="poblacion_migrante_venezolana", population_group="migrante_venezolana"
    )


SEX_COLUMNS: Final = {
    "mujeres": "mujeres", "femenino": "mujeres", "hombres": "hombres", "masculino": "hombres",
    "total": "total", "total venezolanos": "total",
}  # fmt: skip

LAYOUTS: Final = (
    Layout("dane_proyecciones", "observaciones",
           (frozenset(("dp",)), frozenset(("mpio", "dpmp")),
            frozenset(("area geografica", "area"))), _projections),
    Layout("geih_ciudades", "observaciones",
           (frozenset(("ciudad", "dominio", "ciudades")), frozenset(("concepto", "indicador"))),
           _survey),
    Layout("migracion_colombia", "observaciones",
           (frozenset(("mujeres", "femenino")), frozenset(("hombres", "masculino")),
            frozenset(("municipio", "codigo", "codigo municipio"))), _migration),
    Layout("vacantes_spe", "vacantes",
           (frozenset(("ano", "vigencia")), frozenset(("mes",))), _vacancies),
)  # fmt: skip
"""The first that fits is taken."""
