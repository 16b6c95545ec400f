"""One line of the download of a ficha: what is downloaded is what is read."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from geodata.schema import Quality
from indicators.cube import Cell
from indicators.nearest import NATION, Figure
from indicators.proof import Reference
from indicators.spec import Indicator
from indicators.spread import Spread
from indicators.states import STATE_OF_QUALITY, State
from layouts.profile import Profile
from layouts.text import in_language

COLUMNS: Final = (
    "parte", "indicador", "clave", "eje", "territorio", "codigo", "referencia", "periodo", "valor",
    "unidad", "estado", "muestra", "margen", "universo", "advertencias", "nota", "editor",
    "titulo", "enlace", "corte",
)  # fmt: skip
"""In Spanish in both languages: a program that reads the file finds the same names."""

DEMO_SOURCE: Final = "DEMO"
"""Source of every synthetic figure."""

Row = dict[str, str]


def row(profile: Profile, part: str, **cells: object) -> Row:
    """A line of ``part`` with ``cells``; the others are empty."""
    blank = dict.fromkeys(COLUMNS, "")
    written = {name: written_cell(value) for name, value in cells.items()}
    return blank | {"parte": part, "corte": profile.view.engine.snapshot.snapshot_id} | written


def written_cell(value: object) -> str:
    """A cell as text; a missing one is empty."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def of_source(profile: Profile, source_id: str) -> Row:
    """Publisher, title and address of a publication; empty for none."""
    if not source_id:
        return {}
    source = profile.view.engine.source(source_id)
    original, publisher = str(source["original"] or ""), str(source["publisher"])
    return {
        "editor": f"{original}, citado por {publisher}" if original else publisher,
        "titulo": ". ".join(x for x in (str(source["title"]), str(source["published"] or "")) if x),
        "enlace": str(source["url"] or ""),
    }


def of_indicator(profile: Profile, indicator: Indicator) -> Row:
    """Title, key, axis, unit and universe of an indicator."""
    texts = profile.view.texts
    return {
        "indicador": in_language(indicator.title, texts.language),
        "clave": indicator.key,
        "eje": texts.axes[indicator.axis],
        "unidad": in_language(indicator.unit.symbol, texts.language).strip(),
        "universo": in_language(indicator.universe, texts.language),
    }


def of_observation(profile: Profile, observation: pd.Series) -> Row:
    """Period, sample, margin, cautions, note and publication of an observation."""
    sample = observation["sample_size"]
    return {
        "periodo": str(observation["period"] or ""),
        "muestra": "" if pd.isna(sample) else f"{sample:.10g}",
        "margen": str(observation["margin"] or ""),
        "advertencias": str(observation["flags"] or ""),
        "nota": str(observation["note"] or ""),
    } | of_source(profile, str(observation["source_id"]))


def of_territory(profile: Profile, code: str) -> Row:
    """Name and code of a territory."""
    return {"territorio": profile.view.engine.name(code), "codigo": code}


def figure_row(profile: Profile, part: str, figure: Figure, **cells: object) -> Row:
    """A figure with all that is known of it; ``cells`` come last."""
    known = of_indicator(profile, figure.indicator)
    known |= of_territory(profile, figure.territory_code)
    known |= of_observation(profile, figure.observation)
    value = {"valor": figure.value, "estado": figure.state.code}
    return row(profile, part, **{**known, **value, **cells})


def observation_row(
    profile: Profile, part: str, indicator: Indicator, observation: pd.Series, **cells: object
) -> Row:
    """One published figure; ``cells`` come last."""
    known = of_indicator(profile, indicator)
    known |= of_territory(profile, str(observation["territory_code"]))
    known |= of_observation(profile, observation)
    state = STATE_OF_QUALITY[Quality(str(observation["quality"] or ""))]
    shown = state if pd.notna(observation["value"]) or not state.has_value else State.NO_DATA
    value = {"valor": observation["value"], "estado": shown.code}
    return row(profile, part, **{**known, **value, **cells})


def whose_name(code: str, profile: Profile) -> str:
    """Name of a territory; a department around the place is called one: Arauca lies in Arauca."""
    name = profile.view.engine.name(code)
    around = len(code) == len(NATION) and code not in (NATION, profile.code)
    return profile.words.in_department.format(name) if around else name


def people_of(source_ids: Iterable[str], profile: Profile) -> str:
    """Publishers of some publications, each once, in a few words."""
    names = dict.fromkeys(publisher(profile, source_id) for source_id in source_ids)
    return ", ".join(name for name in names if name)


def publisher(profile: Profile, source_id: str) -> str:
    """Who is to be named beside a number: the original producer, else the publisher."""
    if source_id == DEMO_SOURCE:
        return profile.words.synthetic
    source = profile.view.engine.source(source_id)
    return str(source["original"] or source["publisher"])


def set_reference(told: Spread, profile: Profile) -> Reference:
    """The name of what the territories of a border say together."""
    cell = Cell.of(told.indicator)
    return Reference(told.indicator.key, profile.place.code, str(told.year), cell)
